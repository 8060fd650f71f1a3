import { expect, test } from 'vitest'
import { sentenceOf } from './story'
import { titleOf } from './step-titles'
import { testSpan } from './testing'

const say = (name: string, rest = {}) =>
  sentenceOf(testSpan('a', null, 0, 1, { name, ...rest }))

test('a known step is told in its own sentence', () => {
  expect(say('see who is asking')).toBe(
    'The server reads the cookie to see who is asking.',
  )
})

test('a statement is told by its verb and its table', () => {
  expect(say('INSERT order_lines')).toBe(
    'The database adds to the lines of the order.',
  )
  expect(say('DELETE coupons')).toBe(
    'The database removes from the table coupons.',
  )
})

test('an unknown step is still a sentence', () => {
  expect(say('fold the napkins')).toBe('Fold the napkins.')
})

test('a failure is said', () => {
  const status = { code: 'error', message: 'sold out' } as const
  expect(say('price the basket', { status })).toMatch(/It fails: sold out$/)
})

const title = (name: string, rest = {}) =>
  titleOf(testSpan('a', null, 0, 1, { name, ...rest }))

test('a step has a title of a few words', () => {
  expect(title('COMMIT')).toBe('Make it permanent')
  expect(title('price the basket')).toBe('What does it cost, really?')
})

test('a message is titled by what is done with it, on each side of the wire', () => {
  const sides = [
    { kind: 'client', service: 'browser' },
    { kind: 'server', service: 'plateful' },
    { kind: 'client', service: 'plateful' },
    { kind: 'server', service: 'restaurant' },
  ]
  expect(sides.map((side) => title('POST /api/orders', side))).toEqual([
    'The ticket crosses the pass',
    'A route handler picks it up',
    'Tell the restaurant',
    'The restaurant opens its door',
  ])
})

test('the span of a foreign program keeps its own name', () => {
  expect(title('checkout')).toBe('checkout')
  expect(title('SELECT orders', { service: 'shop' })).toBe('SELECT orders')
  expect(title('constructor')).toBe('constructor')
  expect(title('GET /cart', { kind: 'server', service: 'shop' })).toBe(
    'GET /cart',
  )
})
