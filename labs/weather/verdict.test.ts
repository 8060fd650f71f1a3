import { expect, test } from 'vitest'
import type { Weather } from '@/contracts/weather'
import { answerOf, guardsOf, sentenceOf, type Run } from './verdict'

const weather = (freshness: Weather['freshness']): Weather => ({
  latitude: 52.5,
  longitude: 13.5,
  sky: 'rain',
  weatherCode: 61,
  temperatureC: 11.4,
  precipitationMm: 0.3,
  windKmh: 14.8,
  observedAt: '2026-11-26T04:00:00.000Z',
  freshness,
  source: '127.0.0.1:3000',
  fetchedAt: '2026-11-26T04:00:00.000Z',
})
const all = { timeLimit: true, retry: true, cache: true, breaker: true }
const down: Run = {
  trial: { behaviour: 'down', ...all },
  looks: [
    { weather: weather('stale'), tookMs: 120, calls: 2 },
    { weather: weather('stale'), tookMs: 1.2, calls: 0 },
  ],
  traceId: null,
}

test('the bet is answered by the run that it asks about, and by no other', () => {
  expect(answerOf(null)).toBeNull()
  expect(answerOf(down)?.ids).toEqual(['stale'])
  const nothing = { weather: null, tookMs: 120, calls: 2 }
  expect(answerOf({ ...down, looks: [nothing] })?.ids).toEqual(['none'])
  const trial = { ...down.trial, cache: false }
  expect(answerOf({ ...down, trial })).toBeNull()
  const other = { ...down.trial, behaviour: 'well' } as const
  expect(answerOf({ ...down, trial: other })).toBeNull()
})

test('the sentence counts what was seen, waited for and sent', () => {
  expect(sentenceOf(down, false)).toBe(
    '2 of 2 guests saw a weather, 2 of them an old one that says so. The slowest waited 120 ms. The service was asked 2 times.',
  )
})

test('protections are named, all of them and none in a word', () => {
  expect(guardsOf(down.trial)).toBe('all four')
  expect(guardsOf({ ...down.trial, cache: false, retry: false })).toBe(
    'limit, breaker',
  )
})
