import { expect, test } from 'vitest'
import { DatabaseTooSlowError, withinTimeLimit } from './time-limit'

test('what comes in time is passed on, failures too', async () => {
  expect(await withinTimeLimit(10_000, async () => 'an answer')).toBe(
    'an answer',
  )
  const failing = withinTimeLimit(10_000, async () => {
    throw new Error('no such table')
  })
  await expect(failing).rejects.toThrow('no such table')
})

test('what comes too late is not waited for, and is told that it is late', async () => {
  let arrive = () => {}
  const arriving = new Promise<void>((resolve) => (arrive = resolve))
  let found: boolean | undefined
  let finish = () => {}
  const finished = new Promise<void>((resolve) => (finish = resolve))
  const waiting = withinTimeLimit(5, async (isLate) => {
    expect(isLate()).toBe(false)
    await arriving
    found = isLate()
    finish()
  })
  await expect(waiting).rejects.toBeInstanceOf(DatabaseTooSlowError)
  arrive()
  await finished
  expect(found).toBe(true)
})
