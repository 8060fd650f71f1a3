import { expect, test } from 'vitest'
import { inTime, spanRows } from './span-rows'
import { testSpan } from './testing'

const ids = (spans: ReturnType<typeof testSpan>[]) =>
  spanRows(spans).map(({ span, depth }) => `${depth}${span.spanId}`)

test('parents come before children, siblings by start time', () => {
  const spans = [
    testSpan('c', 'a', 5, 6),
    testSpan('b', 'a', 2, 3),
    testSpan('d', 'b', 2.5, 2.75),
    testSpan('a', null, 0, 9),
  ]
  expect(ids(spans)).toEqual(['0a', '1b', '2d', '1c'])
})

test('spans that start together keep the order in which they came', () => {
  const spans = [
    testSpan('a', null, 0, 9),
    testSpan('b', 'a', 1, 2),
    testSpan('c', 'a', 1, 2),
  ]
  expect(ids(spans)).toEqual(['0a', '1b', '1c'])
})

test('a span without its parent stands at the top', () => {
  expect(ids([testSpan('b', 'gone', 1, 2), testSpan('a', null, 0, 9)])).toEqual(
    ['0a', '0b'],
  )
})

test('a loop of parents loses no span', () => {
  const spans = [testSpan('a', 'b', 0, 1), testSpan('b', 'a', 0, 1)]
  expect(spanRows(spans)).toHaveLength(2)
})

test('nanoseconds are told apart where a number would round them', () => {
  const [, second] = spanRows([
    testSpan('a', null, 0, 1),
    testSpan('b', null, 0.000001, 1),
  ])
  expect(second?.startMs).toBe(0.000001)
})

test('ten thousand spans become rows in a moment', () => {
  const spans = Array.from({ length: 10_000 }, (_, i) =>
    testSpan(`s${i}`, i ? `s${Math.floor(i / 3)}` : null, i, i + 1),
  )
  const before = performance.now()
  expect(spanRows(spans)).toHaveLength(10_000)
  expect(performance.now() - before).toBeLessThan(1000)
})

test('told in time, what happened later comes later, whoever started it', () => {
  const spans = [
    testSpan('press', null, 0, 9),
    testSpan('server', 'press', 1, 3),
    testSpan('paint', 'press', 4, 5),
    testSpan('delivery', 'server', 6, 8),
    testSpan('step', 'server', 1, 2),
  ]
  expect(inTime(spanRows(spans)).map(({ span }) => span.spanId)).toEqual([
    'press',
    'server',
    'step',
    'paint',
    'delivery',
  ])
})
