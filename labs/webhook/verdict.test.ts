import { expect, test } from 'vitest'
import { testSpan } from '@/components/trace/testing'
import type { Result } from './use-kitchen'
import { answerOf, isDelivered, sentenceOf, triesIn } from './verdict'

const result = (
  deed: Exclude<Result['deed'], 'offline'>,
  answers: number[],
  tickets: number,
): Result => ({
  deed,
  sent: { told: { headers: [], body: '{}', answers, tickets }, traceId: null },
  traceId: null,
})

test('the bet is answered by the second answer and by the paper', () => {
  const replayed = (answers: number[], tickets: number) =>
    answerOf([
      result('genuine', [204], 1),
      result('replayed', answers, tickets),
    ])
  expect(answerOf([result('genuine', [204], 1)])).toBeNull()
  expect(replayed([204, 204], 1)?.ids).toEqual(['known'])
  expect(replayed([204, 204], 2)?.ids).toEqual(['again'])
  expect(replayed([204, 401], 1)?.ids).toEqual(['refused'])
})

test('tries are read from the trace, in their order, with the time between them', () => {
  const call = (id: string, ms: number, status: number) =>
    testSpan(id, null, ms, ms + 5, {
      name: 'POST /api/webhooks/kitchen',
      kind: 'client',
      service: 'plateful',
      attributes: { 'http.response.status_code': status },
    })
  const tries = triesIn([
    call('b2', 2_000, 503),
    call('a1', 0, 503),
    testSpan('x', null, 10, 12, { name: 'deliver the message' }),
    call('c3', 6_000, 204),
  ])
  expect(tries).toEqual([
    { afterMs: 0, status: 503 },
    { afterMs: 2_000, status: 503 },
    { afterMs: 6_000, status: 204 },
  ])
  expect([isDelivered(tries), isDelivered(tries.slice(0, 2))]).toEqual([
    true,
    false,
  ])
})

test('the sentence names the answers, the paper and the reason', () => {
  expect(sentenceOf(result('late', [401], 0), [], false)).toBe(
    'Your kitchen answered 401, and printed nothing. The signature fits, and the time that it covers is too long ago.',
  )
})
