import { expect, test } from 'vitest'
import { chartOf } from './chart'
import { testSpan } from './testing'

const trace = [
  testSpan('door', null, 0, 20),
  testSpan('ask', 'door', 1, 3),
  testSpan('ask-sql', 'ask', 1, 2),
  testSpan('save', 'door', 4, 19),
  testSpan('u1', 'save', 5, 6, { name: 'UPDATE portions' }),
  testSpan('u2', 'save', 7, 8, { name: 'UPDATE portions' }),
  testSpan('commit', 'save', 9, 18, { name: 'COMMIT' }),
]
const names = (chart: ReturnType<typeof chartOf>) =>
  chart.rows.map(({ depth, name }) => `${depth} ${name}`)

test('with room for all, every span has a row', () => {
  expect(chartOf(trace).rows).toHaveLength(trace.length)
})

test('repeats share a row before anything is folded', () => {
  expect(names(chartOf(trace, { maxRows: 6 }))).toEqual([
    '0 door',
    '1 ask',
    '2 ask-sql',
    '1 save',
    '2 UPDATE portions ×2',
    '2 COMMIT',
  ])
})

test('the smallest group is folded first, and nothing is lost', () => {
  const chart = chartOf(trace, { maxRows: 5 })
  const drawn = chart.rows.flatMap(({ id, bits }) => [
    id,
    ...bits.map((bit) => bit.id),
  ])
  expect(chart.rows).toHaveLength(5)
  expect(new Set(drawn)).toEqual(new Set(trace.map(({ spanId }) => spanId)))
})

test('work that began after its parent had ended stands on its own', () => {
  const late = testSpan('late', 'door', 30, 35)
  expect(names(chartOf([...trace, late])).at(-1)).toBe('0 late')
})

test('a filtered place leaves its children in their place', () => {
  const chart = chartOf(
    [
      testSpan('press', null, 0, 30, { service: 'browser' }),
      testSpan('door', 'press', 1, 20),
    ],
    { places: ['server'] },
  )
  expect(names(chart)).toEqual(['0 door'])
})
