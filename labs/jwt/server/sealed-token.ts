import { LocalDecrypt, LocalEncrypt, LocalProtocol, type Key } from 'paseto'
import { derivedKey } from '@/server/sandbox/derived-key'
import { seal, unseal } from './paseto-local'

type LocalKey = Key & { readonly bytes: Uint8Array }

/** PASETO `v4.local`, put together from the library and our own cipher. */
export const v4 = new LocalProtocol(
  LocalEncrypt<4, LocalKey>({
    version: 4,
    run: async ({ bytes }, message, footer, implicit) =>
      seal(bytes, message, { footer, implicit }),
  }),
  LocalDecrypt<4, LocalKey>({
    version: 4,
    run: async ({ bytes }, sealed, footer, implicit) =>
      unseal(bytes, sealed, { footer, implicit }),
  }),
)

/** Any 32 bytes may be the key of an encrypted token. */
export function localKey(bytes: Uint8Array): LocalKey {
  const algorithm = { name: 'PASETO v4.local' }
  return { algorithm, extractable: false, type: 'secret', bytes }
}

let own: Uint8Array | undefined

function ownKey(): Uint8Array {
  return (own ??= derivedKey('paseto local'))
}

/** Claims that only this server can read. No door takes them for a token. */
export function sealClaims(claims: object, expiresAt: number, bytes?: Buffer) {
  const exp = new Date(expiresAt).toISOString()
  const key = localKey(bytes ?? ownKey())
  return v4.Encrypt(key, { ...claims, exp })
}
