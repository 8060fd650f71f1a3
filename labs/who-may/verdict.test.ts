import { expect, test } from 'vitest'
import type { Cell } from './ask-as'
import { allKeys } from './use-table'
import {
  reasonOf,
  refusals,
  refusalsIn,
  sentenceOf,
  strangersAnswer,
} from './verdict'

const cell = (status: number, problem: string | null = null): Cell => ({
  status,
  reason: '',
  problem,
  detail: problem && 'No.',
  count: null,
  asked: [],
  body: '',
  traceId: null,
})

test('a bet is answered by the cells it is about, and by no fewer', () => {
  const cells = {
    'place cook': cell(403),
    'read courier': cell(200),
    'accept courier': cell(403),
    'place stranger': cell(201),
  }
  expect(refusalsIn(cells)).toBeNull()
  expect(refusalsIn({ ...cells, 'take owner': cell(200) })).toEqual({
    ids: ['place cook', 'accept courier'],
    said: 'In this order they were answered 403, 200, 403, 201, 200.',
  })
  expect(strangersAnswer(cells)).toBeNull()
  expect(strangersAnswer({ 'read stranger': cell(404) })?.ids).toEqual(['404'])
})

test('every cell that is bet on is in the table', () => {
  for (const { id } of refusals.options) expect(allKeys).toContain(id)
  expect(new Set(allKeys).size).toBe(35)
})

test('what was sent is counted, and what was refused', () => {
  expect(sentenceOf({}, null)).toBe('Nobody has asked for anything yet.')
  expect(sentenceOf({ 'menu cook': cell(200) }, null)).toContain('1 of 35')
  const all = Object.fromEntries(allKeys.map((key) => [key, cell(403)]))
  expect(sentenceOf(all, null)).toContain('0 were allowed, 35 refused')
})

test('a refusal is told from not being found, and a part from the owner’s right', () => {
  const part = '/problems/not-your-part'
  expect(reasonOf('accept courier', cell(403, part))).toContain('another’s')
  expect(reasonOf('read stranger', cell(404))).toContain('another sandbox')
  expect(reasonOf('take owner', cell(200))).toContain('You opened')
  expect(reasonOf('take courier', cell(200))).toContain('courier’s own part')
})
