import { expect, test } from 'vitest'
import fc from 'fast-check'
import { linearAxis, logAxis } from './axis'
import { binsOf, highest, spreadOf } from './bins'

test('no value is lost or counted twice', () => {
  const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }))
  fc.assert(
    fc.property(values, values, (one, other) => {
      for (const axis of [linearAxis(one), logAxis(one)]) {
        const bins = binsOf([one, other], axis)
        const counted = (at: number) =>
          bins.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0)
        expect([counted(0), counted(1)]).toEqual([one.length, other.length])
      }
    }),
  )
})

test('both series are counted in the same bins, equally wide on the axis', () => {
  const axis = logAxis([1, 100])
  const bins = binsOf(
    [
      [1, 2, 50],
      [50, 60],
    ],
    axis,
    4,
  )
  expect(bins.map(({ counts }) => counts)).toEqual([
    [2, 0],
    [0, 0],
    [0, 0],
    [1, 2],
  ])
  expect(bins.map(({ to }) => Math.round(to))).toEqual([3, 10, 32, 100])
  expect(highest(bins)).toBe(2)
})

test('the spread tells the middle and the tail', () => {
  const values = Array.from({ length: 101 }, (_, at) => 100 - at)
  expect(spreadOf(values)).toEqual({
    count: 101,
    least: 0,
    median: 50,
    p95: 95,
    most: 100,
  })
  expect(spreadOf([])).toBeNull()
})
