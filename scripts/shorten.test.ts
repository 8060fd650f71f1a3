import { expect, test } from 'vitest'
import { keepSome, masked } from './shorten'

const long = 'x'.repeat(2_000)

test('a short body is kept as it is', () => {
  const body = { items: [1, 2, 3] }
  expect(keepSome(body)).toEqual({ value: body, leftOut: [] })
})

test('of a long list the first item is kept, and how many are not is told', () => {
  const items = Array.from({ length: 40 }, (_, n) => ({
    n,
    text: 'some words to fill the line with',
    pair: ['a', 'b'],
  }))
  const { value, leftOut } = keepSome({ items })
  expect(value).toEqual({ items: [items[0]] })
  expect(leftOut).toEqual([{ pointer: '/items', count: 39 }])
})

test('a member that is a book of its own stands empty, and is counted once', () => {
  const paths = Object.fromEntries(
    Array.from({ length: 30 }, (_, n) => [`/p${n}`, { list: [1, 2, 3], long }]),
  )
  const { value, leftOut } = keepSome({ openapi: '3.1.0', paths })
  expect(value).toEqual({ openapi: '3.1.0', paths: {} })
  expect(leftOut).toEqual([{ pointer: '/paths', count: 30 }])
})

test('a text that is cut ends in an ellipsis', () => {
  expect(keepSome({ long }).value).toEqual({ long: `${'x'.repeat(160)}…` })
})

test('no token stays readable, neither in a body nor in a header field', () => {
  const token = 'abcdefgh.ijklmnop.qrstuvwx'
  const body = JSON.stringify(keepSome({ id: 'sbx_1', token }).value)
  expect(body).toContain('…uvwx (26 characters)')
  const cookie = `sandbox=${token}; Path=/; HttpOnly`
  expect(masked('set-cookie', cookie)).toBe(
    'sandbox=…uvwx (26 characters); Path=/; HttpOnly',
  )
  expect(masked('location', '/api/orders/1')).toBe('/api/orders/1')
})

test('a signature is masked wherever in a body it stands', () => {
  const signature = `v1,${'aB3/'.repeat(10)}wxyz=`
  const body = { headers: [['webhook-signature', signature]] }
  expect(keepSome(body).value).toEqual({
    headers: [['webhook-signature', '…xyz= (48 characters)']],
  })
})
