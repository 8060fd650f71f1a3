import { expect, test } from 'vitest'
import fc from 'fast-check'
import { linearAxis, logAxis } from './axis'

test('a logarithmic axis ends at 1 or 3 times a power of ten, around all values', () => {
  const axis = logAxis([0.042, 0.11, 48], { unit: 'ms' })
  expect([axis.from, axis.to]).toEqual([0.03, 100])
  expect(axis.ticks.map(({ label }) => label)).toEqual([
    '0.03',
    '0.1',
    '0.3',
    '1',
    '3',
    '10',
    '30',
    '100 ms',
  ])
})

test('a narrow picture keeps the powers of ten, and the unit', () => {
  const kept = logAxis([0.042, 20], { unit: 'ms' }).ticks.filter(
    ({ isMinor }) => !isMinor,
  )
  expect(kept.map(({ label }) => label)).toEqual(['0.1', '1', '10 ms'])
})

test('every decade is as long as the others', () => {
  const axis = logAxis([1_000, 100_000])
  expect(axis.at(10_000)).toBeCloseTo(0.5)
  expect(axis.valueAt(0.5)).toBeCloseTo(10_000)
})

test('a linear axis starts at zero and ends at a round number', () => {
  const axis = linearAxis([3, 87], { unit: 'ms' })
  expect([axis.from, axis.to]).toEqual([0, 100])
  expect(axis.ticks.at(-1)?.label).toBe('100 ms')
  expect(axis.ticks.map(({ at }) => at)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
})

test('without values an axis reaches as far as it is told to', () => {
  expect(logAxis([], { reach: [0.03, 30] })).toMatchObject({
    from: 0.03,
    to: 30,
  })
  expect(linearAxis([], { reach: [0, 200] })).toMatchObject({
    from: 0,
    to: 200,
  })
})

test('whatever the values, each has a place on the axis, in their order', () => {
  const numbers = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }))
  fc.assert(
    fc.property(numbers, (values) => {
      for (const axis of [linearAxis(values), logAxis(values)]) {
        const places = values.toSorted((a, b) => a - b).map(axis.at)
        expect(places.every((at) => at >= 0 && at <= 1)).toBe(true)
        expect(places.toSorted((a, b) => a - b)).toEqual(places)
        expect(axis.ticks.length).toBeGreaterThan(0)
        expect(axis.ticks.length).toBeLessThan(25)
      }
    }),
  )
})
