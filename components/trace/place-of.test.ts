import { expect, test } from 'vitest'
import { placeOf } from './place-of'
import { testSpan } from './testing'

test('what the browser does is at the browser', () => {
  expect(placeOf(testSpan('a', null, 0, 1, { service: 'browser' }))).toBe(
    'browser',
  )
})

test('a request of the browser is on the network', () => {
  const call = testSpan('a', null, 0, 1, {
    service: 'browser',
    kind: 'client',
    attributes: { 'http.request.method': 'POST' },
  })
  expect(placeOf(call)).toBe('network')
})

test('a statement is at the database, whoever runs it', () => {
  const attributes = { 'db.system.name': 'sqlite' }
  const own = testSpan('a', null, 0, 1, { attributes })
  const theirs = testSpan('a', null, 0, 1, {
    attributes,
    service: 'restaurant',
  })
  expect([placeOf(own), placeOf(theirs)]).toEqual(['data', 'data'])
})

test('a statement is known by its name when only its start is known', () => {
  const start = testSpan('a', null, 0, 1, {
    kind: 'client',
    name: 'SELECT dishes',
  })
  expect(placeOf(start)).toBe('data')
})

test('the restaurant is another service', () => {
  expect(placeOf(testSpan('a', null, 0, 1, { service: 'restaurant' }))).toBe(
    'service',
  )
})

test('code of server/guests is sign-in, all other code is server code', () => {
  const at = (file: string) =>
    placeOf(
      testSpan('a', null, 0, 1, {
        code: { function: 'f', file, line: 1, endLine: 2, hash: '' },
      }),
    )
  expect(at('server/guests/require-guest.ts')).toBe('auth')
  expect(at('server/orders/place-order.ts')).toBe('server')
})
