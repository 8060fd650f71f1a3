import { expect, test } from 'vitest'
import { LabBusyError } from './few-at-a-time'
import { oneAtATime } from './one-at-a-time'

const guestOf = (sandbox: string) => ({
  sandbox,
  autopilot: false,
  expiresAt: 0,
  member: null,
})

test('a sandbox has one run at a time, and another sandbox is not in its way', async () => {
  let open = (): void => undefined
  const passed = new Promise<void>((resolve) => (open = resolve))
  const first = oneAtATime('a lab', guestOf('one'), () => passed)
  await expect(
    oneAtATime('a lab', guestOf('one'), () => passed),
  ).rejects.toThrow(LabBusyError)
  expect(await oneAtATime('a lab', guestOf('two'), async () => 'done')).toBe(
    'done',
  )
  open()
  await first
  expect(await oneAtATime('a lab', guestOf('one'), async () => 'again')).toBe(
    'again',
  )
})
