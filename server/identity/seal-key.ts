import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { authSecret } from '@/env'

const cipher = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

/**
 * Encrypts a private key for the database. The key to it is derived from
 * AUTH_SECRET, which is not there: a stolen copy of the database signs nothing.
 */
export function sealKey(privateKey: string): Buffer {
  const iv = randomBytes(ivBytes)
  const sealing = createCipheriv(cipher, sealingKey(), iv)
  const sealed = [sealing.update(privateKey, 'utf8'), sealing.final()]
  return Buffer.concat([iv, sealing.getAuthTag(), ...sealed])
}

/** The private key again; throws when a bit of it was changed. */
export function openKey(sealed: Buffer): string {
  const iv = sealed.subarray(0, ivBytes)
  const tag = sealed.subarray(ivBytes, ivBytes + tagBytes)
  const opening = createDecipheriv(cipher, sealingKey(), iv)
  opening.setAuthTag(tag)
  const text = opening.update(sealed.subarray(ivBytes + tagBytes))
  return Buffer.concat([text, opening.final()]).toString()
}

/** Whether it was sealed under the secret of today. */
export function canOpen(sealed: Buffer): boolean {
  try {
    return openKey(sealed) !== ''
  } catch {
    return false
  }
}

function sealingKey(): Uint8Array {
  const purpose = 'identity provider keys'
  return new Uint8Array(hkdfSync('sha256', authSecret(), '', purpose, 32))
}
