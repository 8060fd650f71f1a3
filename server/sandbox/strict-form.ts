import { TokenError } from './token-claims'

/**
 * Refuses a token whose form RFC 7515 does not allow, though many would read
 * it: three parts, each in base64url as whoever wrote it has to write it, with
 * no padding, no other signs and no bits left over (RFC 4648, section 3.5).
 */
export function requireStrictForm(token: string): void {
  const parts = token.split('.')
  if (parts.length !== 3 || !parts.every(isCanonical))
    throw new TokenError('form')
}

/** One way to write the same bytes: else one token has many spellings. */
export function isCanonical(part: string): boolean {
  return Buffer.from(part, 'base64url').toString('base64url') === part
}
