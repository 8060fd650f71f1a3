import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advance, pauseBetween, speedFor, speeds } from './transport'

test('a thousand times slower, a second shows a millisecond', () => {
  let at = 0
  for (let frame = 0; frame < 60; frame++) at = advance(at, 1000 / 60, 1000, 50)
  expect(at).toBeCloseTo(1, 6)
})

test('time never runs backwards, nor past the end', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.constantFrom(...speeds),
      (at, passed, speed) => {
        const next = advance(at, passed, speed, 100)
        expect(next).toBeGreaterThanOrEqual(at)
        expect(next).toBeLessThanOrEqual(100)
      },
    ),
  )
})

test('a tab that slept does not skip the story', () => {
  expect(advance(0, 60_000, 1, 1_000)).toBe(100)
})

test('the first speed is a thousand, and less where that takes minutes', () => {
  expect(speedFor(60)).toBe(1_000)
  expect(speedFor(500)).toBe(100)
  expect(speedFor(3_600_000)).toBe(1)
  expect(speedFor(0)).toBe(1_000)
})

test('without motion a step is looked at for a while, and not for ever', () => {
  for (const speed of speeds) {
    expect(pauseBetween(80, 35, speed)).toBeGreaterThanOrEqual(700)
    expect(pauseBetween(80, 35, speed)).toBeLessThanOrEqual(2_500)
  }
})
