import type { SessionCookie } from '@/contracts/jwt-lab'
import { fullName, readCookie } from '@/server/http/cookie'

/**
 * What can be told of the caller's session cookie without the key to it. It is
 * a JWE in compact form (RFC 7516): header, key, nonce, ciphertext and tag, of
 * which the header alone can be read. The whole of it is told to nobody.
 */
export function lookAtSessionCookie({ headers }: Request): SessionCookie {
  const name = fullName('session')
  const sealed = readCookie(headers, 'session') ?? ''
  if (sealed === '') return { name, found: null }

  const parts = sealed.split('.')
  const found = {
    characters: sealed.length,
    masked: `… ${sealed.slice(-4)}`,
    header: Buffer.from(parts[0] ?? '', 'base64url').toString(),
    parts: parts.map((part) => part.length),
  }
  return { name, found }
}
