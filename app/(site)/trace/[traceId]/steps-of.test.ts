import { expect, it } from 'vitest'
import recording from '@/recordings/place-order.json'
import { Trace } from '@/contracts/trace'
import {
  legible,
  linesOf,
  momentOf,
  rowsInWords,
  statementOf,
  stretchesOf,
} from './steps-of'

const { spans } = Trace.parse(recording.trace)

it('every span is told once, and numbered without a gap', () => {
  const steps = stretchesOf(spans).flatMap((stretch) => stretch.steps)
  expect(steps).toHaveLength(spans.length)
  expect(new Set(steps.map(({ span }) => span.spanId)).size).toBe(spans.length)
  expect(steps.map(({ number }) => number)).toEqual(spans.map((_, i) => i + 1))
})

it('two neighbouring stretches are never on the same side', () => {
  const sides = stretchesOf(spans).map(({ side }) => side)
  expect(sides[0]).toBe('front')
  expect(sides.some((side, index) => side === sides[index + 1])).toBe(false)
})

it('a statement kept only as an attribute is shown all the same', () => {
  const [span] = spans
  if (!span) throw new Error('The recording is empty.')
  const bare = { ...span, sql: undefined, attributes: {} }
  expect(statementOf(bare)).toBeUndefined()
  const attributes = { 'db.query.text': 'SELECT 1' }
  expect(statementOf({ ...bare, attributes })?.text).toBe('SELECT 1')
})

it('rows are counted in words', () => {
  const sql = { text: '', parameters: [], rowsReturned: 1, rowsAffected: 2 }
  expect(rowsInWords(sql)).toBe('1 row read, 2 rows changed')
  expect(rowsInWords({ ...sql, rowsReturned: 0, rowsAffected: null })).toBe('')
})

it('a moment is told to the millisecond, in UTC', () => {
  expect(momentOf(1795392467126_999_999n)).toBe(
    '23 November 2026, 00:07:47.126 UTC',
  )
})

it('a body that is not JSON stays as it was', () => {
  expect(legible('{"a":1}')).toBe('{\n  "a": 1\n}')
  expect(legible('{"a":')).toBe('{"a":')
})

it('code keeps its shape without the indentation around it', () => {
  expect(linesOf('    if (a) {\n\n      b()\n    }')).toEqual([
    'if (a) {',
    '',
    '  b()',
    '}',
  ])
})
