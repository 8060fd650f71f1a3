import { expect, test } from 'vitest'
import { statementSpan, testSpan } from '@/components/trace/testing'
import { answerOf, isSame, sentenceOf, statementsIn, type Run } from './verdict'

const listed = (statements: number, tookMs: number, id = 'ord_1') => ({
  told: { orders: [{ id, lines: [] }], statements, tookMs },
  traceId: 'a',
})
const spansOf = (step: string, statements: number) => [
  testSpan('step', null, 0, 100, { name: step }),
  statementSpan('before', null, 0, 'select 1'),
  ...Array.from({ length: statements }, (_, at) =>
    statementSpan(`${at}`, 'step', at, 'select name from dishes'),
  ),
]
const run: Run = {
  orders: 50,
  delayMs: 20,
  naive: listed(51, 1_060),
  sound: listed(1, 21.2),
}

test('statements are counted in the trace, and only those of the list', () => {
  const spans = spansOf('list them one by one', 51)
  expect(statementsIn(spans, 'one-by-one')).toHaveLength(51)
  expect(statementsIn(spans, 'joined')).toHaveLength(0)
})

test('the bet waits for the whole trace of 50 orders, and is answered by it', () => {
  expect(answerOf(null, [])).toBeNull()
  expect(answerOf(run, spansOf('list them one by one', 20))).toBeNull()
  const whole = spansOf('list them one by one', 51)
  expect(answerOf({ ...run, orders: 10 }, whole)).toBeNull()
  expect(answerOf(run, whole)?.ids).toEqual(['51'])
})

test('the sentence compares what was measured', () => {
  expect(sentenceOf(run, false)).toBe(
    '51 statements took 1,060 ms, 1 statement took 21.2 ms: 50 times as long for the same list.',
  )
})

test('two lists are the same only to the last line', () => {
  expect(isSame(run)).toBe(true)
  expect(isSame({ ...run, sound: listed(1, 1, 'ord_2') })).toBe(false)
})
