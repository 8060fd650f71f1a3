import { expect, test } from 'vitest'
import { guessesFor } from './guess-count'
import { timeWords } from './spans-of-time'

test('a usual password goes at its place in the list, however long it is', () => {
  expect(guessesFor('sunshine', 12)).toBe(12)
})

test('signs by chance: half of all that are as long and of the same kinds', () => {
  expect(guessesFor('abcd', null)).toBe(26 ** 4 / 2)
  expect(guessesFor('aB3!', null)).toBe(95 ** 4 / 2)
  expect(guessesFor('ü', null)).toBe(50)
  expect(guessesFor('', null)).toBe(1)
})

test('times are said as people say them, and no more exactly than they are known', () => {
  expect(timeWords(0)).toBe('no time')
  expect(timeWords(0.000_000_4)).toBe('less than a microsecond')
  expect(timeWords(0.000_012)).toBe('12 µs')
  expect(timeWords(0.0029)).toBe('2.9 ms')
  expect(timeWords(42.4)).toBe('42.4 s')
  expect(timeWords(3_700)).toBe('62 minutes')
  expect(timeWords(9_999)).toBe('2.8 hours')
  expect(timeWords(86_400 * 40)).toBe('40 days')
  expect(timeWords(86_400 * 365.25 * 23_456)).toBe('23,000 years')
  expect(timeWords(1e30)).toBe('3 × 10²² years')
})
