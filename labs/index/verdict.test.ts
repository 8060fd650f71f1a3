import { expect, test } from 'vitest'
import type { IndexRun } from '@/contracts/index-lab'
import {
  answerOf,
  compared,
  costInWords,
  readingInWords,
  sentenceOf,
} from './verdict'

const runOf = (rows: number, slow: number, quick: number): IndexRun => ({
  rows,
  question: 'select',
  without: {
    plan: ['SCAN orders'],
    rowsRead: rows,
    rowsFound: 13,
    timesMs: [slow, slow * 0.9, slow * 1.1],
  },
  with: {
    plan: ['SEARCH orders USING INDEX orders_by_guest (guest=?)'],
    rowsRead: 13,
    rowsFound: 13,
    timesMs: [quick, quick],
  },
})

test('a bet is answered by the medians of two runs, and not before both are made', () => {
  const small = runOf(10_000, 0.6, 0.1)
  expect(answerOf('without', { 10_000: small })).toBeNull()
  const runs = { 10_000: small, 100_000: runOf(100_000, 6.6, 0.11) }
  expect(answerOf('without', runs)).toEqual({
    ids: ['ten'],
    said: '0.6 ms among 10,000, 6.6 ms among 100,000: 11 times as long.',
  })
  expect(answerOf('with', runs)?.ids).toEqual(['same'])
  const odd = { 10_000: small, 100_000: runOf(100_000, 1.2, 9) }
  expect(answerOf('without', odd)?.ids).toEqual(['twice'])
  expect(answerOf('with', odd)?.ids).toEqual(['hundred'])
})

test('where the index makes no difference, the lab says so', () => {
  expect(compared(runOf(1_000, 0.1, 0.1))).toContain('hardly a difference')
  expect(compared(runOf(100_000, 6, 0.1))).toContain('60 times shorter')
})

test('a number of rows is told only where the plan proves it', () => {
  const run = runOf(10_000, 1, 1)
  expect(readingInWords(run)).toEqual({
    without: 'reads all 10,000 rows',
    with: 'reads the 13 rows it finds',
  })
  const unproven = { ...run, with: { ...run.with, rowsRead: null } }
  expect(readingInWords(unproven).with).toContain('does not prove')
})

test('the sentence tells what is going on, then what was measured', () => {
  expect(sentenceOf(null, null, null)).toBe('Nothing has been measured yet.')
  expect(sentenceOf(null, { kind: 'search', rows: 10_000 }, null)).toBe(
    'The server searches 10,000 orders, 200 times each way.',
  )
  expect(sentenceOf(runOf(1_000, 0.2, 0.1), null, null)).toBe(
    'Among 1,000 orders: 0.2 ms without the index, 0.1 ms with it.',
  )
  const ways = [
    { indexes: [], timesMs: [1] },
    { indexes: ['guest'], timesMs: [1.5] },
    { indexes: ['a', 'b', 'c', 'd'], timesMs: [4] },
  ]
  expect(costInWords({ ways })).toBe(
    'Writing 1,000 orders: 1 ms without an index, 1.5 ms with one index, 4 ms with four indexes.',
  )
})
