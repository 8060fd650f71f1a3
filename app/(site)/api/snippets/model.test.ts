import { expect, test } from 'vitest'
import { readOpenApi } from '../open-api'
import { referenceOf } from '../reference'
import { languages } from './languages'
import { nothingOwn, requestOf } from './model'
import { modelOf } from './model-of'

const base = 'http://127.0.0.1:3000'
const entries = referenceOf(readOpenApi(base, '0.0.0')).groups.flatMap(
  (group) => group.operations,
)
const models = Object.fromEntries(
  entries.map((entry) => [entry.anchor, modelOf(entry)]),
)

function requestFor(anchor: string, own = nothingOwn) {
  const model = models[anchor]
  if (!model) throw new Error(`No ${anchor}`)
  return requestOf(model, base, own)
}

test('every operation can be copied, with nothing left in braces', () => {
  for (const entry of entries)
    for (const { id, write } of languages) {
      const text = write(requestFor(entry.anchor))
      expect(text, `${entry.anchor} as ${id}`).toContain(base)
      expect(text.split(base)[1], entry.anchor).not.toMatch(/^\S*[{}]/)
    }
})

test('the reader’s own token, key and ids stand in for the examples', () => {
  const own = {
    token: 'their.own.token',
    parts: { id: 'ord_theirs' },
    idempotencyKey: 'a fresh one',
  }
  expect(requestFor('get-api-orders-id', own)).toMatchObject({
    url: `${base}/api/orders/ord_theirs`,
    bearer: { value: 'their.own.token' },
  })
  expect(requestFor('post-api-orders', own).headers).toEqual([
    ['Idempotency-Key', 'a fresh one'],
  ])
})

test('without a token a variable holds its place; where none is asked, none is sent', () => {
  expect(requestFor('get-api-orders').bearer).toEqual({ variable: 'TOKEN' })
  expect(requestFor('get-api-health').bearer).toBeNull()
  expect(requestFor('get-api-outbox').bearer).toEqual({
    variable: 'CRON_SECRET',
  })
})

test('no token is ever put into an address', () => {
  const own = { token: 'their.own.token', parts: {}, idempotencyKey: null }
  for (const { anchor } of entries)
    expect(requestFor(anchor, own).url).not.toContain('their.own')
})
