import { randomBytes } from 'node:crypto'
import { lt } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { grants } from '@/db/schema/identity'
import { answerTo } from './answer-to'
import type { Person } from './find-person'
import { hashOf } from './hash-of'
import type { AuthorizationRequest } from './check-request'

/** A code is fetched at once, or not at all. */
const codeLifetimeMs = 60_000
/** So long a client may go on by its refresh tokens. */
const grantLifetimeMs = 24 * 60 * 60 * 1000

/**
 * Writes down what a person grants to a client, and gives the address that
 * takes the authorization code there. Bound to the client, the address and the
 * challenge, the code is of no use to whoever finds it; kept is only its hash.
 */
export async function issueCode(
  db: Database,
  { subject }: Person,
  request: AuthorizationRequest,
): Promise<string> {
  const { client, redirectUri, scope, state, nonce, codeChallenge } = request
  const code = randomBytes(32).toString('base64url')
  const now = Date.now()

  await db.delete(grants).where(lt(grants.expiresAt, now))
  await db.insert(grants).values({
    id: `grant_${randomBytes(16).toString('hex')}`,
    clientId: client.id,
    subject,
    scope,
    redirectUri,
    nonce,
    codeChallenge,
    codeHash: hashOf(code),
    codeExpiresAt: now + codeLifetimeMs,
    grantedAt: now,
    expiresAt: now + grantLifetimeMs,
  })

  return answerTo(redirectUri, { code, state })
}
