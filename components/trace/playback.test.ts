import { expect, test } from 'vitest'
import { elapsedAt, nextMoment, slownessFor, stateAt } from './playback'

const span = { startMs: 2, endMs: 5 }

test('a span waits, runs and is done', () => {
  expect([1, 2, 4.9, 5].map((ms) => stateAt(span, ms))).toEqual([
    'waiting',
    'live',
    'live',
    'done',
  ])
})

test('a span grows linearly with trace time and stops at its length', () => {
  expect([1, 3, 4, 9].map((ms) => elapsedAt(span, ms))).toEqual([0, 1, 2, 3])
})

test('without a moment everything is done, but for what still runs', () => {
  expect(stateAt(span, undefined)).toBe('done')
  expect(stateAt({ startMs: 2, endMs: null }, undefined)).toBe('live')
})

test('moments lead through the trace one by one', () => {
  const moments = [0, 2, 5, 9]
  expect(nextMoment(moments, 2, 9)).toBe(5)
  expect(nextMoment(moments, 9, 9)).toBe(9)
})

test('a trace of any length plays for ten to fourteen seconds', () => {
  for (const ms of [4, 9.3, 12, 33.8, 140, 900, 6000]) {
    const playsMs = slownessFor(ms) * ms
    expect(playsMs).toBeLessThanOrEqual(14_000)
    expect(playsMs).toBeGreaterThan(9_000)
  }
})

test('a trace that is slow already is not sped up', () => {
  expect(slownessFor(60_000)).toBe(1)
})
