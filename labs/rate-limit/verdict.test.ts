import { expect, test } from 'vitest'
import { levelsOf, mostInASecond, type Run } from './figures'
import { toldBy, type Tried } from './send-try'
import { answerOf, noticeOf, sentenceOf } from './verdict'

const trial: Run['trial'] = {
  counting: 'token-bucket',
  sharing: 'together',
  perSecond: 2,
  burst: 8,
  manner: 'hammers',
}

function tried(
  caller: Tried['caller'],
  sentMs: number,
  status: 200 | 429,
): Tried {
  const none = { fields: [], level: 0, retryAfterMs: null, traceId: null }
  return { caller, sentMs, status, tookMs: 5, ...none }
}

const run: Run = {
  trial,
  isWhole: true,
  tries: [
    tried('greedy', 0, 200),
    tried('greedy', 500, 200),
    tried('modest', 700, 429),
    tried('greedy', 1_100, 200),
    tried('modest', 1_700, 429),
    tried('modest', 2_700, 200),
  ],
}

test('the bet is answered by a run with one limit for both, and by no other', () => {
  expect(answerOf(null)).toBeNull()
  expect(answerOf({ ...run, isWhole: false })).toBeNull()
  expect(answerOf(run)).toEqual({
    ids: ['few'],
    said: '1 of 3 were let through. Of the greedy guest’s it was 3 of 3.',
  })
  expect(answerOf({ ...run, trial: { ...trial, sharing: 'apart' } })).toBeNull()
  expect(answerOf({ ...run, trial: { ...trial, manner: 'waits' } })).toBeNull()
})

test('a sentence counts both guests, and what came within any second', () => {
  expect(mostInASecond(run)).toBe(2)
  expect(sentenceOf(run, false)).toBe(
    'The greedy guest was let through 3 of 3 times, the modest one 1 of 3. One limit let at most 2 through within a second.',
  )
  expect(sentenceOf(null, false)).toBe('Nobody has come yet.')
})

test('what is worth a look follows what was chosen', () => {
  expect(noticeOf(run)).toContain('one count for both')
  const swarm = {
    ...trial,
    manner: 'swarms',
    counting: 'fixed-window',
  } as const
  expect(noticeOf({ ...run, trial: swarm })).toContain('8 in 4 s')
})

test('of all limits that a reply tells of the lab’s own is read', () => {
  const headers = new Headers({
    'RateLimit-Policy': '"both";q=8;w=4, "requests";q=600;w=60',
    RateLimit: '"both";r=0;t=1;plateful-level=0.425, "requests";r=580;t=52',
    'Retry-After': '1',
  })
  expect(toldBy(headers, 'both')).toEqual({
    level: 0.425,
    remaining: 0,
    fields: [
      ['RateLimit-Policy', '"both";q=8;w=4'],
      ['RateLimit', '"both";r=0;t=1;plateful-level=0.425'],
      ['Retry-After', '1'],
    ],
  })
  const house = new Headers({ RateLimit: '"requests";r=0;t=52' })
  expect(toldBy(house, 'both')).toBeNull()
})

test('between two replies a bucket fills evenly, and a window stays as it was told', () => {
  const level = 6
  const come = { ...tried('greedy', 1_000, 200), tookMs: 0, level }
  const two = [{ ...tried('greedy', 0, 200), tookMs: 0, level: 5 }, come]
  const bucket = levelsOf({ ...run, tries: two }, 'greedy')
  expect(bucket).toEqual([
    { atMs: 0, level: 8 },
    { atMs: 0, level: 5 },
    { atMs: 1_000, level: 7 },
    { atMs: 1_000, level: 6 },
  ])
  const window = { ...trial, counting: 'sliding-window' } as const
  const steps = levelsOf({ ...run, trial: window, tries: two }, 'greedy')
  expect(steps[2]).toEqual({ atMs: 1_000, level: 5 })
})
