import { createPrivateKey, createPublicKey } from 'node:crypto'
import { PublicProtocol } from 'paseto'
import {
  ExportPublicKeyFactory,
  GetPublicKeyFactory,
  ImportSecretKeyFactory,
  type PublicKey,
  type SecretKey,
} from 'paseto/v4/public'
import { derivedKey } from './derived-key'

const keys = new PublicProtocol(
  ExportPublicKeyFactory,
  GetPublicKeyFactory,
  ImportSecretKeyFactory,
)

type Pair = {
  secretKey: SecretKey
  publicKey: PublicKey
  /** As anybody may have it, to check our tokens: a PASERK, `k4.public.…`. */
  paserk: string
}

let pair: Promise<Pair> | undefined

/** The keys that sign PASETOs here, and prove them. They come from the secret. */
export function pasetoKeys(): Promise<Pair> {
  return (pair ??= pairFrom(derivedKey('paseto')))
}

/** An Ed25519 pair (RFC 8032) from its 32 bytes of seed. */
export async function pairFrom(seed: Uint8Array): Promise<Pair> {
  const bytes = Buffer.concat([seed, publicBytesOf(seed)])
  const secretKey = await keys.ImportSecretKey(
    `k4.secret.${bytes.toString('base64url')}`,
  )
  const publicKey = await keys.GetPublicKey(secretKey)
  const paserk = await keys.ExportPublicKey(publicKey)
  return { secretKey, publicKey, paserk }
}

/** What goes before the seed of an Ed25519 key in PKCS #8 (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

function publicBytesOf(seed: Uint8Array): Buffer {
  const key = Buffer.concat([pkcs8Head, seed])
  const secret = createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' })
  return Buffer.from(x, 'base64url')
}
