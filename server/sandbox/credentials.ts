import { createHmac } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import { authSecret, env } from '@/env'
import { ProblemError } from '@/server/http/errors'

/** How a request says whose sandbox it is about. */
export type Credential =
  | { kind: 'none' }
  | {
      kind: 'cookie' | 'bearer'
      sandboxId: string
      /** Who joined the sandbox; null for whoever opened it. */
      memberId: string | null
      /** The sign-in that it belongs to; null for who has no account. */
      sessionId: string | null
      token: string
    }

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
 * A signed JWT (RFC 7519) that names a sandbox, and who joined it, if somebody
 * did. It ends after a while ("30 days"), or at a time in seconds since 1970.
 */
export function makeToken(
  sandboxId: string,
  expires: string | number = tokenLifetime,
  memberId: string | null = null,
  sessionId: string | null = null,
): Promise<string> {
  const member = memberId === null ? {} : { member: memberId }
  const session = sessionId === null ? {} : { session: sessionId }
  return new SignJWT({ ...member, ...session })
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
  sessionId: string | null = null,
): Promise<{ token: string; expiresAt: string }> {
  const expires = Math.floor(Date.now() / 1000) + toolsSeconds
  const token = await makeToken(sandboxId, expires, null, sessionId)
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

/** The `Set-Cookie` value that makes a browser forget its sandbox. */
export function forgottenCookie(): string {
  return cookieFor('').replace(/Max-Age=\d+/, 'Max-Age=0')
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
    return { kind: 'bearer', ...(await verify(token)), token }
  }
  const token = cookieIn(headers)
  if (token === null) return { kind: 'none' }
  return { kind: 'cookie', ...(await verify(token)), token }
}

/** The sandbox cookie of a request, unverified; null when there is none. */
export function cookieIn(headers: Headers): string | null {
  for (const part of headers.get('cookie')?.split(';') ?? []) {
    const [name, ...value] = part.trim().split('=')
    if (name === cookieName) return value.join('=')
  }
  return null
}

/**
 * The sandbox that a browser's cookie makes it the owner of. Null for a member,
 * and for a cookie that is no good: it owns nothing.
 */
export async function ownedBy(headers: Headers): Promise<string | null> {
  const token = cookieIn(headers)
  if (token === null) return null
  const holder = await verify(token).catch(() => null)
  return holder?.memberId === null ? holder.sandboxId : null
}

type Holder = {
  sandboxId: string
  memberId: string | null
  sessionId: string | null
}
type Proven = { holder: Holder; expiresAt: number }

/** Tokens that were found to be ours: a signature once checked stays good. */
const proven = new Map<string, Proven>()
const mostProven = 5_000

async function verify(token: string): Promise<Holder> {
  const known = proven.get(token)
  if (known && known.expiresAt > Date.now()) return known.holder

  const found = await prove(token)
  if (proven.size >= mostProven) {
    const [oldest = ''] = proven.keys()
    proven.delete(oldest)
  }
  proven.set(token, found)
  return found.holder
}

async function prove(token: string): Promise<Proven> {
  try {
    const { payload } = await jwtVerify(token, key(), {
      algorithms: ['HS256'],
      audience,
      typ: tokenType,
      requiredClaims: ['sub', 'exp'],
    })
    const { sub: sandboxId = '', exp = 0, member, session } = payload
    const memberId = typeof member === 'string' ? member : null
    const sessionId = typeof session === 'string' ? session : null
    const holder = { sandboxId, memberId, sessionId }
    return { holder, expiresAt: exp * 1000 }
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
