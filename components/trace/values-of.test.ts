import { expect, it } from 'vitest'
import { statementOf } from './statement'
import { statementSpan, testSpan } from './testing'
import { typeOf, valuesOf } from './values-of'

it('a statement has its parameters in hand, by their columns', () => {
  const span = statementSpan(
    'update',
    null,
    1,
    'update portions set "left" = "left" - ? where dish = ? returning "left"',
    { parameters: [2, 'ramen'], rowsReturned: 1, rows: [{ left: 12 }] },
  )
  expect(valuesOf(span)).toEqual([
    { name: 'left', value: 2, about: 'sent' },
    { name: 'dish', value: 'ramen', about: 'sent' },
    { name: 'left', value: 12, about: 'returned' },
  ])
})

it('any other step has its attributes, without those told elsewhere', () => {
  const attributes = {
    'http.response.status_code': 201,
    'code.line.number': 12,
    'db.system.name': 'sqlite',
  }
  expect(valuesOf(testSpan('a', null, 0, 1, { attributes }))).toEqual([
    { name: 'http.response.status_code', value: 201, about: 'number' },
  ])
})

it('a statement kept only as an attribute is shown all the same', () => {
  const attributes = { 'db.query.text': 'SELECT 1' }
  const span = testSpan('a', null, 0, 1, { attributes })
  expect(statementOf(span)?.text).toBe('SELECT 1')
  expect(statementOf(testSpan('b', null, 0, 1))).toBeUndefined()
})

it('types are those of SQLite', () => {
  expect([1, 1.5, 'a', null].map(typeOf)).toEqual([
    'integer',
    'real',
    'text',
    'null',
  ])
})
