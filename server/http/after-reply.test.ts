import { expect, test } from 'vitest'
import { registerChore, runChores } from './after-reply'

test('a chore runs whenever somebody comes by, also after a time with none', async () => {
  await runChores()
  let runs = 0
  registerChore(async () => {
    runs++
  })
  await runChores()
  await runChores()
  expect(runs).toBe(2)
})
