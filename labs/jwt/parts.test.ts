import { expect, test } from 'vitest'
import { claimsIn, encodedParts, putTogether, takeApart } from './parts'

const encoded = (value: string) => Buffer.from(value).toString('base64url')
const claims = '{"sub":"sbx_1","exp":1795600000}'
const jwt = `${encoded('{"alg":"HS256"}')}.${encoded(claims)}.c2lnbmF0dXJl`
const body = Buffer.concat([Buffer.from(claims), Buffer.alloc(64, 7)])
const paseto = `v4.public.${body.toString('base64url')}`

test('a token that is taken apart and put together is the same', () => {
  for (const token of [jwt, `${jwt.split('.').slice(0, 2).join('.')}.`])
    expect(putTogether(takeApart(token, 'jwt'))).toBe(token)
  const cut = paseto.slice(0, -12)
  const none = `v4.none.${encoded(claims)}`
  for (const token of [paseto, cut, none, paseto.replace('public', 'local')])
    expect(putTogether(takeApart(token, 'paseto'))).toBe(token)
})

test('of both formats the claims can be read, without any key', () => {
  for (const [token, format] of [
    [jwt, 'jwt'],
    [paseto, 'paseto'],
  ] as const)
    expect(claimsIn(takeApart(token, format))).toEqual([
      ['sub', 'sbx_1'],
      ['exp', 1795600000],
    ])
})

test('an edited claim changes its own part and no other', () => {
  const parts = takeApart(jwt, 'jwt')
  const edited = {
    ...parts,
    payload: parts.payload.replace('sbx_1', 'sbx_2'),
  }
  const [header, payload, signature] = putTogether(edited).split('.')
  expect(Buffer.from(payload ?? '', 'base64url').toString()).toBe(
    claims.replace('sbx_1', 'sbx_2'),
  )
  expect([header, signature]).toEqual([jwt.split('.')[0], 'c2lnbmF0dXJl'])
})

test('what is no JSON, and what no field can carry, is sent as well as it can be', () => {
  const parts = takeApart(jwt, 'jwt')
  const token = putTogether({
    ...parts,
    header: 'not json',
    signature: 'a b\né~',
  })
  expect(token.split('.')[0]).toBe(encoded('not json'))
  expect(token.endsWith('.ab~')).toBe(true)
  const pieces = encodedParts(takeApart(paseto, 'paseto'))
  expect(pieces.map(({ text }) => text).join('')).toBe(paseto)
  expect(claimsIn({ ...parts, payload: 'none' })).toEqual([])
})
