import { expect, test } from 'vitest'
import { pickIn, shuffled } from './question'

test('the first showing is the same for everybody', () => {
  expect(pickIn(0)(7, 8, 9)).toBe(7)
  expect(shuffled(['a', 'b', 'c', 'd'], 0)).toEqual(
    shuffled(['a', 'b', 'c', 'd'], 0),
  )
})

test('asked again, a number is one of those allowed', () => {
  for (let time = 1; time < 50; time++)
    expect([7, 8, 9]).toContain(pickIn(time)(7, 8, 9))
})

test('steps are never shown in the order that is asked for', () => {
  for (const length of [2, 3, 4, 5, 6, 7])
    for (let round = 0; round < 40; round++) {
      const steps = Array.from({ length }, (_, at) => `step ${at}`)
      const mixed = shuffled(steps, round)
      expect(mixed).not.toEqual(steps)
      expect([...mixed].sort()).toEqual(steps)
    }
})
