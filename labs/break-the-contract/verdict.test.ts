import { expect, test } from 'vitest'
import { contractChanges } from '@/contracts/break-the-contract-choices'
import { messagesFor } from './compiled'
import { screenOf } from './old-client'
import type { Release } from './release'
import { answerOf, sentenceOf, witnessesOf, wrongLines } from './verdict'

const order = {
  id: 'ord_1',
  status: 'placed',
  restaurant: { slug: 'lantern-noodle-house', name: 'Lantern Noodle House' },
  lines: [{ quantity: 2, name: 'Miso ramen' }],
  total: { amount: 3140, currency: 'USD' },
  note: 'Ring twice, please.',
  placedAt: '2026-11-26T12:00:00.000Z',
}
const screen = (given: object) =>
  screenOf(JSON.stringify({ ...order, ...given }))

const release = (given: Partial<Release>): Release => ({
  change: 'add-minutes',
  isStrict: false,
  status: 201,
  phone: { lines: screen({}), error: null },
  meant: { lines: screen({}), error: null },
  findings: { differences: [], complaints: [] },
  refused: [],
  traceId: null,
  ...given,
})

test('the phone shows what it was written for', () => {
  const [first, dishes, cost, time, note, status] = screen({})
  expect([first, dishes, cost, note, status]).toEqual([
    'Dinner from Lantern Noodle House',
    '2 × Miso ramen',
    'It costs $31.40',
    'Your note: Ring twice, please.',
    'It is with the restaurant',
  ])
  expect(time).toMatch(/^Ordered at \d\d:\d\d:\d\d$/)
})

test('of another answer it shows something, and does not know better', () => {
  expect(screen({ restaurant: { title: 'x' } })[0]).toContain('undefined')
  expect(screen({ total: { amount: '31.40' } })[2]).toBe('It costs $0.31')
  expect(screen({ placedAt: undefined })[3]).toContain('Invalid Date')
  expect(screen({ note: undefined })[4]).toBe('You left no note')
  expect(screen({ status: 'unpaid' })[5]).toBe('It is undefined')
})

test('whoever complained is told, and nobody is where nobody did', () => {
  const quiet = release({})
  expect(witnessesOf(quiet)).toEqual([])
  expect(answerOf(quiet)?.ids).toEqual(['nobody'])
  expect(sentenceOf(quiet, false)).toContain('Nobody complained')

  const loud = release({
    change: 'retype-total',
    phone: { lines: screen({ total: { amount: '31.40' } }), error: null },
    findings: {
      differences: [{ kind: 'breaking', says: 'x', pointer: '/y' }],
      complaints: [{ pointer: '/total/amount', detail: 'x' }],
    },
  })
  expect(wrongLines(loud)).toEqual(['It costs $0.31'])
  expect(answerOf(loud)?.ids).toEqual(['tool', 'compiler', 'checker', 'guest'])
  expect(sentenceOf(loud, false)).toBe(
    'The comparing tool, the compiler, the checker and the guest complained.',
  )
})

test('a refused order and a program that ended are the guest’s complaints', () => {
  const lines = ['Something went wrong']
  const refused = release({
    status: 422,
    phone: { lines, error: null },
    meant: null,
  })
  expect(witnessesOf(refused)).toContain('guest')
  const ended = release({ phone: { lines: [], error: 'cannot read' } })
  expect(witnessesOf(ended)).toContain('guest')
})

test('limits are no types, and what may be left out is no demand: there the compiler is silent', () => {
  const silent = contractChanges.filter(
    (change) => messagesFor(change).length === 0,
  )
  expect(silent).toEqual([
    'add-minutes',
    'limit-portions',
    'add-cutlery',
    'widen-quantity',
  ])
})
