import { createHmac, randomBytes } from 'node:crypto'
import type { TokenDeed } from '@/contracts/jwt-lab-choices'
import { jwtType, signedJwt } from '@/server/sandbox/jwt'
import { pasetoKeys } from '@/server/sandbox/paseto-keys'
import { claimsFor } from '@/server/sandbox/token-claims'
import type { Draft } from './claims-of-caller'

const hour = 60 * 60
const year = 365 * 24 * hour

/**
 * A JWT for a guest, and what somebody might do to it. The last three of the
 * deeds have our own signature: it is what they say that is not good enough.
 */
export async function forgeJwt(draft: Draft, deed: TokenDeed): Promise<string> {
  const claims = claimsFor(draft.claims)
  const end = Math.floor(draft.expiresAt / 1000)
  const genuine = await signedJwt(claims, end)
  const [header = '', payload = '', signature = ''] = genuine.split('.')

  switch (deed) {
    case 'genuine':
      return genuine
    case 'longer':
      return [header, changed(payload, { exp: end + year }), signature].join(
        '.',
      )
    case 'neighbour': {
      const sub = `sbx_${randomBytes(16).toString('hex')}`
      return [header, changed(payload, { sub }), signature].join('.')
    }
    case 'none':
      return [encoded({ alg: 'none', typ: jwtType }), payload, ''].join('.')
    case 'own-key':
      return signedWith(randomBytes(32), header, payload)
    case 'confused': {
      // What anybody may read, taken for the secret that it is not.
      const { paserk } = await pasetoKeys()
      return signedWith(Buffer.from(paserk), header, payload)
    }
    case 'cut':
      return [header, payload, signature.slice(0, 32)].join('.')
    case 'expired': {
      const now = Math.floor(Date.now() / 1000)
      return signedJwt({ ...claims, iat: now - 2 * hour }, now - hour)
    }
    case 'audience':
      return signedJwt({ ...claims, aud: 'kitchen' }, end)
    case 'type':
      return signedJwt(claims, end, 'JWT')
  }
}

function changed(payload: string, claims: object): string {
  const text = Buffer.from(payload, 'base64url').toString()
  return encoded({ ...JSON.parse(text), ...claims })
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function signedWith(key: Buffer, header: string, payload: string): string {
  const text = `${header}.${payload}`
  const signature = createHmac('sha256', key).update(text).digest('base64url')
  return `${text}.${signature}`
}
