import { expect, test } from 'vitest'
import {
  hashOf,
  makeKey,
  makeNonce,
  seal,
  tagBytes,
  unseal,
  withFlips,
  xor,
} from './seal'

const text = 'The bell is shy.'
const other = 'Knock at the back.'

test('what was sealed opens again, and with any one bit turned over it does not', async () => {
  const key = await makeKey()
  const nonce = makeNonce()
  const sealed = await seal(key, nonce, text)
  expect(sealed).toHaveLength(text.length + tagBytes)
  expect(await unseal(key, nonce, sealed)).toBe(text)
  for (let at = 0; at < sealed.length; at++)
    expect(await unseal(key, nonce, withFlips(sealed, new Set([at])))).toBe(
      null,
    )
  expect(await unseal(await makeKey(), nonce, sealed)).toBeNull()
})

test('no script can read the key', async () => {
  const key = await makeKey()
  expect(key.extractable).toBe(false)
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
})

test('a nonce that is used twice gives the one text away to whoever knows the other', async () => {
  const key = await makeKey()
  const nonce = makeNonce()
  const [a, b] = [await seal(key, nonce, text), await seal(key, nonce, other)]
  const known = new TextEncoder().encode(text)
  const told = xor(xor(a.slice(0, -tagBytes), b.slice(0, -tagBytes)), known)
  expect(new TextDecoder().decode(told)).toBe(other.slice(0, text.length))

  const c = await seal(key, makeNonce(), other)
  const nothing = xor(xor(a.slice(0, -tagBytes), c.slice(0, -tagBytes)), known)
  expect(new TextDecoder().decode(nothing)).not.toBe(
    other.slice(0, text.length),
  )
})

test('the words of a hash cannot be found in it, and the same words have the same', async () => {
  expect(await hashOf('')).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  )
  expect(await hashOf(text)).toBe(await hashOf(text))
})
