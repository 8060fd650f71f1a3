import { expect, test } from 'vitest'
import { seal, unseal } from './paseto-local'
import { localKey, sealClaims, v4 } from './sealed-token'

const key = Buffer.alloc(32, 7)
const message = Buffer.from('{"sub":"sbx_1"}')
const along = { footer: Buffer.from('f'), implicit: Buffer.from('i') }

test('what is sealed can be read with its key, and says nothing without', () => {
  const sealed = seal(key, message, along)
  expect(Buffer.from(unseal(key, sealed, along))).toEqual(message)
  expect(Buffer.from(sealed).includes(Buffer.from('sbx_1'))).toBe(false)
  // Never twice the same: the nonce is random.
  expect(seal(key, message, along)).not.toEqual(sealed)
})

test('no bit of it can be changed, and nothing that goes along with it', () => {
  const sealed = seal(key, message, along)
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => unseal(key, changed, along)).toThrow('Invalid token')
  }
  const other = Buffer.from('x')
  expect(() => unseal(key, sealed, { ...along, footer: other })).toThrow()
  expect(() => unseal(key, sealed, { ...along, implicit: other })).toThrow()
  expect(() => unseal(Buffer.alloc(32), sealed, along)).toThrow()
  expect(() => unseal(key, sealed.subarray(0, 60), along)).toThrow()
})

test('sealed claims are read by the same key, until their time is over', async () => {
  const soon = Date.now() + 60_000
  const token = await sealClaims({ sub: 'sbx_1' }, soon, key)
  expect(token).toMatch(/^v4\.local\./)
  const { claims } = await v4.Decrypt(localKey(key), token)
  expect(claims).toMatchObject({ sub: 'sbx_1' })
  const later = { now: new Date(soon + 1) }
  await expect(v4.Decrypt(localKey(key), token, later)).rejects.toThrow()
})
