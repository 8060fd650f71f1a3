import { expect, test } from 'vitest'
import { decode, encode } from './base64url'

test('bytes survive being written as text', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)
  expect(decode(encode(bytes))).toEqual(bytes)
  expect(encode(bytes)).toMatch(/^[\w-]+$/)
})

test('what is no base64url is nothing, and never throws', () => {
  for (const text of ['*', 'a b', 'a', '+/=='] as const)
    expect(decode(text)).toBeNull()
})
