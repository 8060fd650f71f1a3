import { expect, test } from 'vitest'
import { sentenceOf } from './story'
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
