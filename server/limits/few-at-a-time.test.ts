import { expect, test } from 'vitest'
import { fewAtATime, LabBusyError } from './few-at-a-time'

function gate() {
  let open = (): void => undefined
  const passed = new Promise<void>((resolve) => (open = resolve))
  return { passed, open }
}

test('two run at a time, the third is told to wait, and another kind is not in its way', async () => {
  const { passed, open } = gate()
  const first = fewAtATime('a lab', () => passed)
  const second = fewAtATime('a lab', () => passed)
  await expect(fewAtATime('a lab', () => passed)).rejects.toThrow(LabBusyError)
  expect(await fewAtATime('another', async () => 'done')).toBe('done')

  open()
  await Promise.all([first, second])
  expect(await fewAtATime('a lab', async () => 'done')).toBe('done')
})

test('work that fails gives its place back', async () => {
  const fail = () => Promise.reject(new Error('it fails'))
  for (let run = 0; run < 3; run++)
    await expect(fewAtATime('failing', fail)).rejects.toThrow('it fails')
})
