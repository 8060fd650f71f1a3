import { createHmac } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import { authSecret, env } from '@/env'
import { ProblemError } from '@/server/http/errors'

/** How a request says whose sandbox it is about. */
export type Credential =
  | { kind: 'none' }
  | { kind: 'cookie' | 'bearer'; sandboxId: string; token: string }

const audience = 'plateful'
const tokenType = 'sandbox+jwt'

/** The `__Host-` prefix needs `Secure`, and so HTTPS. */
const isSecure = env.publicUrl.startsWith('https:')
const cookieName = isSecure ? '__Host-sandbox' : 'sandbox'

/** Longer than a sandbox that is in use lives between two visits. */
const tokenLifetime = '30 days'
const cookieSeconds = 30 * 24 * 60 * 60
/** A token that is copied into terminals and files is good for a day. */
const toolsSeconds = 24 * 60 * 60

/** A key of its own for each purpose, from the one secret (HKDF in one step). */
export function derivedKey(purpose: string): Uint8Array {
  return createHmac('sha256', authSecret()).update(purpose).digest()
}

let signingKey: Uint8Array | undefined
const key = () => (signingKey ??= derivedKey('sandbox token'))

/**
 * A signed JWT (RFC 7519) that names a sandbox and nothing else. It ends after
 * a while ("30 days"), or at a time in seconds since 1970.
 */
export function makeToken(
  sandboxId: string,
  expires: string | number = tokenLifetime,
): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', typ: tokenType })
    .setSubject(sandboxId)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(key())
}

/** A token for a reader's own tools, and when it stops working. */
export async function makeTokenForTools(
  sandboxId: string,
): Promise<{ token: string; expiresAt: string }> {
  const expires = Math.floor(Date.now() / 1000) + toolsSeconds
  const token = await makeToken(sandboxId, expires)
  return { token, expiresAt: new Date(expires * 1000).toISOString() }
}

/** The `Set-Cookie` value for a token. Scripts cannot read it (HttpOnly). */
export function cookieFor(token: string): string {
  const parts = [
    `${cookieName}=${token}`,
    'Path=/',
    `Max-Age=${cookieSeconds}`,
    'HttpOnly',
    'SameSite=Lax',
  ]
  return [...parts, ...(isSecure ? ['Secure'] : [])].join('; ')
}

/**
 * Who is calling: the bearer token when there is one, else the cookie. A token
 * that is forged, expired or meant for something else is refused (401).
 */
export async function readCredential(headers: Headers): Promise<Credential> {
  const authorization = headers.get('authorization')
  if (authorization !== null) {
    const [, token] = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization) ?? []
    if (token === undefined)
      throw new ProblemError(
        'not-signed-in',
        'The Authorization header does not carry a bearer token.',
        bearerChallenge,
      )
    return { kind: 'bearer', sandboxId: await verify(token), token }
  }
  const token = cookieIn(headers)
  if (token === null) return { kind: 'none' }
  return { kind: 'cookie', sandboxId: await verify(token), token }
}

/** The sandbox cookie of a request, unverified; null when there is none. */
export function cookieIn(headers: Headers): string | null {
  for (const part of headers.get('cookie')?.split(';') ?? []) {
    const [name, ...value] = part.trim().split('=')
    if (name === cookieName) return value.join('=')
  }
  return null
}

type Proven = { sandboxId: string; expiresAt: number }

/** Tokens that were found to be ours: a signature once checked stays good. */
const proven = new Map<string, Proven>()
const mostProven = 5_000

async function verify(token: string): Promise<string> {
  const known = proven.get(token)
  if (known && known.expiresAt > Date.now()) return known.sandboxId

  const found = await prove(token)
  if (proven.size >= mostProven) {
    const [oldest = ''] = proven.keys()
    proven.delete(oldest)
  }
  proven.set(token, found)
  return found.sandboxId
}

async function prove(token: string): Promise<Proven> {
  try {
    const { payload } = await jwtVerify(token, key(), {
      algorithms: ['HS256'],
      audience,
      typ: tokenType,
      requiredClaims: ['sub', 'exp'],
    })
    const { sub: sandboxId = '', exp = 0 } = payload
    return { sandboxId, expiresAt: exp * 1000 }
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error
    throw new ProblemError(
      'not-signed-in',
      error instanceof errors.JWTExpired
        ? 'The token has expired.'
        : 'The token is not one of ours.',
      bearerChallenge,
    )
  }
}

const bearerChallenge = {
  headers: {
    'WWW-Authenticate': 'Bearer realm="plateful", error="invalid_token"',
  },
}
