import { expect, test } from 'vitest'
import type { TokenReason } from '@/contracts/token-reasons'
import { untried, type Result } from './use-tokens'
import { answerOf, sentenceOf } from './verdict'
import { timeWords } from './words'

const result = (
  deed: Result['deed'],
  status: number,
  reason: TokenReason | null,
  format: Result['format'] = 'jwt',
): Result => ({
  format,
  deed,
  token: 'a.b.c',
  verdict: {
    isGood: reason === null,
    reason,
    traceId: null,
    reply: {
      startLine: `HTTP/1.1 ${status} Something`,
      headers: [],
      body: null,
      bodyBytes: null,
    },
  },
})

test('the bet is answered by the JWT that says none, and by nothing else', () => {
  expect(answerOf([result('cut', 401, 'signature')])).toBeNull()
  expect(answerOf([result('none', 401, 'algorithm', 'paseto')])).toBeNull()
  const idsOf = (status: number) =>
    answerOf([result('none', status, 'algorithm')])?.ids
  expect([200, 401, 500].map(idsOf)).toEqual([
    ['good'],
    ['refused'],
    ['broken'],
  ])
})

test('the sentence names the status, the deed and the reason', () => {
  expect(sentenceOf(result('expired', 401, 'expired'), false)).toMatch(
    /^401: “Expired” is refused\. The signature is ours/,
  )
  expect(sentenceOf(result('genuine', 200, null, 'paseto'), false)).toBe(
    '200: “Genuine” is good as a PASETO. Both doors let it in.',
  )
  expect(sentenceOf(result('by-hand', 401, 'form'), false)).toContain(
    'the token that you edited is refused',
  )
})

test('what is left to try is every kind in both formats but those that were tried', () => {
  expect(untried([])).toHaveLength(20)
  const left = untried([result('none', 401, 'algorithm')])
  expect(left).toHaveLength(19)
  expect(left).not.toContainEqual({ format: 'jwt', deed: 'none' })
})

test('times are told from seconds and from RFC 3339, and from nothing else', () => {
  expect(timeWords('exp', 1_700_000_000)).toBe('2023-11-14 22:13:20 UTC')
  expect(timeWords('exp', '2023-11-14T22:13:20.000Z')).toBe(
    '2023-11-14 22:13:20 UTC',
  )
  expect(timeWords('sub', 1)).toBeNull()
  expect(timeWords('exp', 'soon')).toBeNull()
  expect(timeWords('exp', 1e30)).toBeNull()
})
