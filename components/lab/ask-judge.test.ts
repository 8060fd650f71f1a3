import { expect, test } from 'vitest'
import { stepsIn } from './ask-judge'

test('the steps of a door are read from the field that it sends', () => {
  const steps = stepsIn(
    'see-who-is-asking;dur=1.20;desc="see who is asking", check-the-JWT;dur=0.09;desc="check the JWT", total;dur=4.00;desc="total"',
  )
  expect([...steps]).toEqual([
    ['see who is asking', 1.2],
    ['check the JWT', 0.09],
    ['total', 4],
  ])
  expect(stepsIn(null).size).toBe(0)
  expect(stepsIn('nonsense').size).toBe(0)
})
