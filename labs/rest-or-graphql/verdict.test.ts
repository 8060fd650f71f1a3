import { expect, test } from 'vitest'
import { rowsIn, type Answered, type Filled } from './send-screens'
import {
  bytesAnswer,
  isSame,
  requestsAnswer,
  sentenceOf,
  type Run,
} from './verdict'

const row = {
  id: 'ord_1',
  status: 'placed',
  totalMinor: 1490,
  restaurant: 'Lantern Noodle House',
  isOpen: true,
}
const data = {
  orders: {
    items: [
      {
        id: 'ord_1',
        status: 'placed',
        total: { amount: 1490 },
        restaurant: { name: 'Lantern Noodle House', open: true },
      },
    ],
  },
}
const names: Filled = {
  rows: [row],
  messages: [
    { asked: 'GET /api/orders?limit=3', bytes: 2_000 },
    { asked: 'GET /api/restaurants/a', bytes: 4_000 },
    { asked: 'GET /api/restaurants/b', bytes: 4_000 },
  ],
  tookMs: 20,
  traceId: 'a',
}
const shaped: Answered = {
  query: '{ orders { items { id } } }',
  sentBytes: 60,
  bytes: 400,
  errors: [],
  data,
  tookMs: 10,
  traceId: 'b',
}
const run: Run = { names, shaped }

test('the bets are answered by what was sent and what came back', () => {
  expect(requestsAnswer(null)).toBeNull()
  expect(requestsAnswer(run)?.ids).toEqual(['3'])
  expect(bytesAnswer(run)?.ids).toEqual(['few'])
  const fuller = { ...run, shaped: { ...shaped, bytes: 6_000 } }
  expect(bytesAnswer(fuller)?.ids).toEqual(['most'])
})

test('the screens are the same only to the last letter', () => {
  expect(isSame(run)).toBe(true)
  const moved = { ...names, rows: [{ ...row, status: 'accepted' }] }
  expect(isSame({ ...run, names: moved })).toBe(false)
})

test('an answer of another shape fills no screen', () => {
  expect(rowsIn(data)).toEqual([row])
  for (const other of [null, {}, { orders: { items: [{ id: 'ord_1' }] } }])
    expect(rowsIn(other)).toBeNull()
})

test('the sentence tells requests and bytes of both ways', () => {
  expect(sentenceOf(run, null)).toBe(
    'By names and verbs 3 requests brought 10,000 bytes. One question brought 400, and the same screen.',
  )
})
