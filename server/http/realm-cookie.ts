import { randomBytes } from 'node:crypto'
import { cookieNamed, readCookie } from './cookie'

const name = 'identity'
const seconds = 30 * 24 * 60 * 60

/**
 * The identity provider knows a browser again by a cookie of its own, beside
 * that of the sandbox: whoever signs out of the site, and so leaves their
 * sandbox, is still the same Mara to the provider. Only its hash is kept.
 */
export function readRealm(headers: Headers): string {
  const realm = readCookie(headers, name)
  return realm !== null && /^[\w-]{43}$/.test(realm)
    ? realm
    : randomBytes(32).toString('base64url')
}

/** The `Set-Cookie` value that keeps it for another while. */
export function cookieForRealm(realm: string): string {
  return cookieNamed(name, realm, seconds)
}
