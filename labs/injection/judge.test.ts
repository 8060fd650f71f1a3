import { expect, test } from 'vitest'
import { cageScene } from '@/contracts/injection-cage'
import type { CagedAnswer } from '@/contracts/injection'
import { judge, sentenceOf } from './judge'

const tables = cageScene.map(({ name, columns, rows }) => ({
  name,
  columns,
  rows,
  count: rows.length,
}))

function answer(rows: string[][], rest: Partial<CagedAnswer> = {}) {
  const columns = ['name', 'price']
  const results = [{ sql: '', columns, rows, hasMore: false }]
  const base = { statement: '', parameters: [], message: null, ranMs: 1 }
  return { ...base, results, tables, end: 'done' as const, ...rest }
}

const noodles = [['Dan dan noodles', '11.80']]
const told = (words: string, given: CagedAnswer) => {
  const judged = judge(given, words)
  return [judged.verdict, sentenceOf(given, judged)]
}

test('dishes that the words are part of are what the search is for', () => {
  expect(told('NOODLE', answer(noodles))).toEqual([
    'meant',
    '1 dish, as meant. The words stayed text.',
  ])
  expect(told('d_n', answer(noodles))[0]).toBe('meant')
  expect(told("' OR 1=1 --", answer([]))[0]).toBe('meant')
})

test('any other row is a stranger, even if it looks like a dish', () => {
  const union = answer([...noodles, ['Ada Fields', '4 Quay Street']])
  expect(told('noodle', union)).toEqual([
    'leaked',
    '1 row of 2 came back that the search is not for.',
  ])
  expect(told('ramen', answer(noodles))[0]).toBe('leaked')
  expect(told('', answer([['Staff supper', '0.00']]))[0]).toBe('leaked')
})

test('a table that is gone, fuller or new outweighs whatever came back', () => {
  const [first] = tables
  if (!first) throw new Error('no tables')
  expect(told('x', answer([], { tables: [first] }))).toEqual([
    'changed',
    'guests: no longer as before. A search has written.',
  ])
  const added = [...tables, { name: 'x', columns: [], rows: [], count: 0 }]
  expect(told('x', answer([], { tables: added }))[0]).toBe('changed')
})

test('an error, and a cage that was ended, are told as what they are', () => {
  const message = 'near "Brien": syntax error'
  expect(told('x', answer([], { end: 'error', message }))).toEqual([
    'broken',
    'The database cannot read it: near "Brien": syntax error. The guest gets an error.',
  ])
  const ended = answer([], { end: 'time', tables: null })
  expect(told('x', ended)).toEqual([
    'ended',
    'Ended after 500 ms: there was no end in sight.',
  ])
})
