import { env } from '@/env'
import { ProblemError } from '@/server/http/errors'
import { proveJwt, signJwt } from './jwt'
import { provePaseto, signPaseto } from './paseto'
import type { ProvenToken, TokenClaims } from './token-claims'

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
      /** When it stops working, in ms since 1970. */
      expiresAt: number
      token: string
    }

/** The `__Host-` prefix needs `Secure`, and so HTTPS. */
const isSecure = env.publicUrl.startsWith('https:')
const cookieName = isSecure ? '__Host-sandbox' : 'sandbox'

/** Longer than a sandbox that is in use lives between two visits. */
const tokenLifetime = '30 days'
const cookieSeconds = 30 * 24 * 60 * 60
/** A token that is copied into terminals and files is good for a day. */
const toolsSeconds = 24 * 60 * 60

/** A token for the cookie of a sandbox, or for whoever joined one. */
export function makeToken(
  sandboxId: string,
  expires: string | number = tokenLifetime,
  memberId: string | null = null,
  sessionId: string | null = null,
): Promise<string> {
  return signJwt({ sandboxId, memberId, sessionId }, expires)
}

/** A token for a reader's own tools, and when it stops working. */
export async function makeTokenForTools(
  claims: TokenClaims,
  format: 'jwt' | 'paseto' = 'jwt',
): Promise<{ token: string; expiresAt: string }> {
  const expires = Math.floor(Date.now() / 1000) + toolsSeconds
  const token = await signed(claims, format, expires)
  return { token, expiresAt: new Date(expires * 1000).toISOString() }
}

/** The same claims in either format; it ends at a time in seconds since 1970. */
export function signed(
  claims: TokenClaims,
  format: 'jwt' | 'paseto',
  expires: number,
): Promise<string> {
  return format === 'jwt'
    ? signJwt(claims, expires)
    : signPaseto(claims, expires * 1000)
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

/** Tokens that were found to be ours: a signature once checked stays good. */
const proven = new Map<string, ProvenToken>()
const mostProven = 5_000

async function verify(token: string): Promise<ProvenToken> {
  const known = proven.get(token)
  if (known && known.expiresAt > Date.now()) return known

  const found = await prove(token)
  if (proven.size >= mostProven) {
    const [oldest = ''] = proven.keys()
    proven.delete(oldest)
  }
  proven.set(token, found)
  return found
}

/** A token of either format: its own beginning says which one it is. */
function prove(token: string): Promise<ProvenToken> {
  return isPaseto(token) ? provePaseto(token) : proveJwt(token)
}

/** `v4.`, where a JWT begins with the JSON of its header. */
export function isPaseto(token: string): boolean {
  return /^v\d\./.test(token)
}

const bearerChallenge = {
  headers: {
    'WWW-Authenticate': 'Bearer realm="plateful", error="invalid_token"',
  },
}
