import fc from 'fast-check'
import { expect, test } from 'vitest'
import recording from '@/recordings/place-order.json'
import { Trace } from '@/contracts/trace'
import { spanRows } from '../span-rows'
import { testSpan } from '../testing'
import { momentOf, stepAt, stepsOf } from './steps'

const order = stepsOf(spanRows(Trace.parse(recording.trace).spans))

test('every span of an order is told in exactly one step', () => {
  const told = order.flatMap(({ spanIds }) => spanIds)
  expect(new Set(told).size).toBe(told.length)
  expect(told).toHaveLength(recording.trace.spans.length)
})

test('a statement of a transaction is a step, a lone one belongs to its step', () => {
  const names = order.map(({ row }) => row.span.name)
  expect(names).toContain('INSERT orders')
  expect(names).toContain('COMMIT')
  expect(names).not.toContain('transaction')
  expect(names).not.toContain('INSERT rate_limits')
  expect(names.indexOf('press Place order')).toBe(0)
})

test('a trace from elsewhere has a step for every span', () => {
  const spans = [
    testSpan('a', null, 0, 10, { service: 'shop', kind: 'server' }),
    testSpan('b', 'a', 1, 2, {
      service: 'shop',
      attributes: { 'db.system.name': 'postgresql' },
    }),
  ]
  expect(stepsOf(spanRows(spans))).toHaveLength(2)
})

test('steps are numbered from one, by their start', () => {
  order.forEach(({ number }, index) => expect(number).toBe(index + 1))
  const starts = order.map(({ row }) => row.startMs)
  expect(starts).toEqual(starts.toSorted((a, b) => a - b))
})

test('the playhead of a step lies within it, and leads back to it', () => {
  order.forEach((step, index) => {
    const at = momentOf(order, index)
    const found = order[stepAt(order, at)]
    expect(found?.row.startMs).toBe(step.row.startMs)
    expect(at).toBeGreaterThanOrEqual(step.row.startMs)
    expect(at).toBeLessThanOrEqual(step.row.endMs ?? Infinity)
  })
})

test('at any moment the step is the last that has begun', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }),
      fc.double({ min: 0, max: 60, noNaN: true }),
      (starts, atMs) => {
        const spans = starts.map((start, i) =>
          testSpan(`s${i}`, null, start, start + 1),
        )
        const steps = stepsOf(spanRows(spans))
        const index = stepAt(steps, atMs)
        const begun = steps.filter(({ row }) => row.startMs <= atMs).length
        expect(index).toBe(Math.max(0, begun - 1))
      },
    ),
  )
})
