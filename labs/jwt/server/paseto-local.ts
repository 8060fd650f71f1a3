import { randomBytes, timingSafeEqual } from 'node:crypto'
import { xchacha20 } from '@noble/ciphers/chacha.js'
import { blake2b } from '@noble/hashes/blake2.js'
import { InvalidTokenError, PAE } from 'paseto'

/*
 * The kind `local` of PASETO version 4: encrypted with XChaCha20, and then
 * authenticated by keyed BLAKE2b. The library leaves these two, which Node does
 * not have, to whoever uses it; the construction is that of the standard.
 */

const header = 'v4.local.'
const nonceBytes = 32
const tagBytes = 32

/** What is authenticated besides the ciphertext. */
export type Along = { footer: Uint8Array; implicit: Uint8Array }

/** Nonce, ciphertext and tag of a message, under a key of 32 bytes. */
export function seal(
  key: Uint8Array,
  message: Uint8Array,
  along: Along,
  nonce: Uint8Array = randomBytes(nonceBytes),
): Uint8Array {
  const { encryptionKey, counter, authKey } = keysFrom(key, nonce)
  const ciphertext = xchacha20(encryptionKey, counter, message)
  const tag = tagOf(authKey, nonce, ciphertext, along)
  return Buffer.concat([nonce, ciphertext, tag])
}

/** The message again; throws when a bit of anything was changed. */
export function unseal(
  key: Uint8Array,
  sealed: Uint8Array,
  along: Along,
): Uint8Array {
  if (sealed.length < nonceBytes + tagBytes) throw new InvalidTokenError()
  const nonce = sealed.subarray(0, nonceBytes)
  const ciphertext = sealed.subarray(nonceBytes, -tagBytes)
  const { encryptionKey, counter, authKey } = keysFrom(key, nonce)
  const tag = tagOf(authKey, nonce, ciphertext, along)
  // The tag first: nothing is decrypted that was not proven.
  if (!timingSafeEqual(tag, sealed.subarray(-tagBytes)))
    throw new InvalidTokenError()
  return xchacha20(encryptionKey, counter, ciphertext)
}

/** From one key and the nonce: a key to encrypt, its nonce, a key to prove. */
function keysFrom(key: Uint8Array, nonce: Uint8Array) {
  const derive = (purpose: string, dkLen: number) =>
    blake2b(Buffer.concat([Buffer.from(purpose), nonce]), { key, dkLen })
  const derived = derive('paseto-encryption-key', 56)
  return {
    encryptionKey: derived.subarray(0, 32),
    counter: derived.subarray(32),
    authKey: derive('paseto-auth-key-for-aead', tagBytes),
  }
}

function tagOf(
  key: Uint8Array,
  nonce: Uint8Array,
  ciphertext: Uint8Array,
  { footer, implicit }: Along,
): Uint8Array {
  const pieces = [Buffer.from(header), nonce, ciphertext, footer, implicit]
  return blake2b(PAE(pieces), { key, dkLen: tagBytes })
}
