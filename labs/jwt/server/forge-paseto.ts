import { randomBytes } from 'node:crypto'
import type { TokenDeed } from '@/contracts/jwt-lab-choices'
import { signedPaseto } from '@/server/sandbox/paseto'
import { pairFrom, pasetoKeys } from '@/server/sandbox/paseto-keys'
import { claimsFor } from '@/server/sandbox/token-claims'
import type { Draft } from './claims-of-caller'
import { sealClaims } from './sealed-token'

const hourMs = 60 * 60 * 1000
const yearMs = 365 * 24 * hourMs
const signatureBytes = 64

/** The same deeds as for a JWT, as far as a PASETO leaves room for them. */
export async function forgePaseto(
  { claims: own, expiresAt: end }: Draft,
  deed: TokenDeed,
): Promise<string> {
  const claims = claimsFor(own)
  const genuine = await signedPaseto(claims, end)

  switch (deed) {
    case 'genuine':
      return genuine
    case 'longer':
      return changed(genuine, { exp: new Date(end + yearMs).toISOString() })
    case 'neighbour':
      return changed(genuine, { sub: `sbx_${randomBytes(16).toString('hex')}` })
    case 'none':
      // No field to write it into: what is left is a name that nobody knows.
      return `v4.none.${partsOf(genuine).message.toString('base64url')}`
    case 'own-key': {
      const { secretKey } = await pairFrom(randomBytes(32))
      return signedPaseto(claims, end, { secretKey })
    }
    case 'confused': {
      // Encrypted, with what anybody may read, as if it were the secret.
      const { paserk } = await pasetoKeys()
      const key = Buffer.from(paserk.replace('k4.public.', ''), 'base64url')
      return sealClaims(claims, end, key)
    }
    case 'cut':
      return genuine.slice(0, -12)
    case 'expired': {
      const now = Date.now()
      const iat = new Date(now - 2 * hourMs).toISOString()
      return signedPaseto({ ...claims, iat }, now - hourMs)
    }
    case 'audience':
      return signedPaseto({ ...claims, aud: 'kitchen' }, end)
    case 'type':
      return signedPaseto(claims, end, { purpose: 'delivery token' })
  }
}

function changed(token: string, claims: object): string {
  const { message, signature } = partsOf(token)
  const text = JSON.stringify({
    ...JSON.parse(message.toString()),
    ...claims,
  })
  const bytes = Buffer.concat([Buffer.from(text), signature])
  return `v4.public.${bytes.toString('base64url')}`
}

function partsOf(token: string): { message: Buffer; signature: Buffer } {
  const bytes = Buffer.from(token.split('.')[2] ?? '', 'base64url')
  return {
    message: bytes.subarray(0, -signatureBytes),
    signature: bytes.subarray(-signatureBytes),
  }
}
