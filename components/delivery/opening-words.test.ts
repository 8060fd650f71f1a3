import { expect, it } from 'vitest'
import { openingWords, staleInMs } from './opening-words'

const clock = { timeZone: 'Europe/Rome', locale: 'en-GB' }
const now = new Date('2026-11-23T20:00:00Z')

function words(opening: Partial<Parameters<typeof openingWords>[0]>) {
  const whole = { open: false, opensAt: null, closesAt: null, ...opening }
  return openingWords(whole, now, clock)
}

it('a place without a closing time is open day and night', () => {
  expect(words({ open: true })).toBe('Open day and night')
})

it('a closing time is told on the clock of the reader', () => {
  expect(words({ open: true, closesAt: '2026-11-23T22:30:00Z' })).toBe(
    'Open until 23:30',
  )
})

it('the last hour is counted in minutes', () => {
  expect(words({ open: true, closesAt: '2026-11-23T20:24:10Z' })).toBe(
    'Closes in 25 minutes',
  )
  expect(words({ opensAt: '2026-11-23T20:00:30Z' })).toBe('Opens in 1 minute')
})

it('today and tomorrow are those of the reader, not of UTC', () => {
  expect(words({ opensAt: '2026-11-23T22:30:00Z' })).toBe(
    'Opens today at 23:30',
  )
  expect(words({ opensAt: '2026-11-23T23:30:00Z' })).toBe(
    'Opens tomorrow at 00:30',
  )
  expect(words({ opensAt: '2026-11-25T10:00:00Z' })).toBe(
    'Opens on Wednesday at 11:00',
  )
})

it('a place that never opens promises nothing', () => {
  expect(words({})).not.toMatch(/Opens/)
})

it('the words hold until the next opening or closing of any place', () => {
  const places = [
    { open: true, opensAt: null, closesAt: '2026-11-23T22:00:00Z' },
    { open: false, opensAt: '2026-11-23T21:00:00Z', closesAt: null },
    { open: true, opensAt: null, closesAt: null },
  ]
  expect(staleInMs(places, now)).toBe(60 * 60 * 1000)
  expect(staleInMs([], now)).toBeNull()
})
