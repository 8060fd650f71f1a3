import { tokenReasons, type TokenReason } from '@/contracts/token-reasons'
import { ProblemError } from '@/server/http/errors'

/** What an API token says: whose sandbox, who joined it, by which sign-in. */
export type TokenClaims = {
  sandboxId: string
  /** Who joined the sandbox; null for whoever opened it. */
  memberId: string | null
  /** The sign-in that it belongs to; null for who has no account. */
  sessionId: string | null
}

/** What a token was found to say, and when it stops working (ms since 1970). */
export type ProvenToken = TokenClaims & { expiresAt: number }

/** Whom an API token is for: this backend, and nobody else (RFC 7519, 4.1.3). */
export const audience = 'plateful'

/** The claims under the names that they have within a token. */
export function claimsFor({ sandboxId, memberId, sessionId }: TokenClaims) {
  return {
    sub: sandboxId,
    aud: audience,
    ...(memberId === null ? {} : { member: memberId }),
    ...(sessionId === null ? {} : { session: sessionId }),
  }
}

/** The claims of a token that was proven, under our names. */
export function claimsOf(
  { sub, member, session }: Record<string, unknown>,
  expiresAt: number,
): ProvenToken {
  if (typeof sub !== 'string' || sub === '') throw new TokenError('claim')
  const memberId = typeof member === 'string' ? member : null
  const sessionId = typeof session === 'string' ? session : null
  return { sandboxId: sub, memberId, sessionId, expiresAt }
}

/** A token that is refused: 401, with the challenge of RFC 6750, section 3. */
export class TokenError extends ProblemError {
  override name = 'TokenError'
  constructor(readonly reason: TokenReason) {
    super('not-signed-in', tokenReasons[reason], {
      headers: {
        'WWW-Authenticate': 'Bearer realm="plateful", error="invalid_token"',
      },
    })
  }
}
