import { expect, test } from 'vitest'
import type { RaceOutcome } from '@/contracts/last-portion'
import {
  answerOf,
  countOf,
  raceQuestion,
  sortedOutcomes,
  tallyWords,
} from './tally'

const tally = (twice: number, all = 200) => ({
  outcomes: Array.from({ length: all }, (_, at): RaceOutcome =>
    at % 2 === 0 && at < twice * 2 ? 'twice' : 'once',
  ),
})

test('every count is answered by the option that contains it', () => {
  const ids = [0, 1, 10, 11, 100].map((twice) => answerOf(tally(twice)).ids[0])
  expect(ids).toEqual(['never', 'few', 'few', 'some', 'some'])
  const all = { outcomes: Array.from({ length: 101 }, () => 'twice' as const) }
  expect(answerOf(all).ids).toEqual(['most'])
  const known = raceQuestion.options.map(({ id }) => id)
  expect(known).toEqual(expect.arrayContaining(ids))
})

test('what is said is what was counted', () => {
  expect(answerOf(tally(7)).said).toBe('7 of 200 races sold it twice.')
  expect(tallyWords(tally(7))).toBe('193 sold once, 7 sold twice')
  expect(tallyWords(tally(0))).toBe('200 sold once')
  expect(countOf(tally(7), 'negative')).toBe(0)
})

test('the marks keep every race, those sold twice first', () => {
  const marks = sortedOutcomes(tally(7))
  expect(marks).toHaveLength(200)
  expect(marks.slice(0, 8)).toEqual([
    ...Array.from({ length: 7 }, () => 'twice'),
    'once',
  ])
})
