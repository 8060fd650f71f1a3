import { expect, it } from 'vitest'
import { connectionWords, durationWords } from './use-connection'

const open = {
  stream: 'open',
  isOffline: false,
  openSince: 1_000,
  isResumed: false,
} as const

it('an open stream says for how long it has been open', () => {
  expect(connectionWords(open, 5_400)).toBe('stream open, 4 s')
  expect(connectionWords(open, 1_000 + 16 * 60_000)).toBe('stream open, 16 min')
  expect(durationWords(192 * 60_000)).toBe('3 h 12 min')
})

it('a stream that came back says so, and later is open like any other', () => {
  const resumed = { ...open, isResumed: true }
  expect(connectionWords(resumed, 2_000)).toBe('resumed 1 s ago')
  expect(connectionWords(resumed, 61_000)).toBe('stream open, 1 min')
})

it('a lost line is never called open', () => {
  for (const stream of ['waiting', 'connecting', 'closed'] as const)
    expect(connectionWords({ ...open, stream }, 5_000)).not.toContain('open,')
  expect(connectionWords({ ...open, isOffline: true }, 5_000)).toBe(
    'this browser is offline',
  )
})
