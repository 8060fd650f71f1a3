import { timingSafeEqual } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { grants } from '@/db/schema/identity'
import { OAuthError } from '@/server/http/errors'
import type { Client } from './clients'
import type { Grant } from './find-grant'
import { hashOf } from './hash-of'

/**
 * Takes an authorization code: from the client it was made for, with the same
 * redirect address, and with the verifier of the challenge (RFC 7636, 4.6).
 * False for a code that was taken before.
 */
export async function redeemCode(
  db: Database,
  client: Client,
  grant: Grant,
  form: ReadonlyMap<string, string>,
): Promise<boolean> {
  if (grant.clientId !== client.id)
    throw refusal('The code was made for another client.')
  if (grant.codeUsedAt !== null) return false
  if (grant.codeExpiresAt <= Date.now()) throw refusal('The code has expired.')
  if (grant.redirectUri !== form.get('redirect_uri'))
    throw refusal('The redirect_uri is not the one of the request.')
  if (!isVerifierOf(grant.codeChallenge, form.get('code_verifier')))
    throw refusal('The code_verifier does not fit the code_challenge.')

  // Of two who come at the same moment the database lets one through.
  const taken = await db
    .update(grants)
    .set({ codeUsedAt: Date.now() })
    .where(and(eq(grants.id, grant.id), isNull(grants.codeUsedAt)))
  return taken.rowsAffected === 1
}

/** The challenge is the verifier's SHA-256: who has the verifier began this. */
function isVerifierOf(challenge: string, verifier: string | undefined) {
  if (verifier === undefined || !/^[\w.~-]{43,128}$/.test(verifier))
    return false
  return timingSafeEqual(hashOf(verifier), Buffer.from(challenge, 'base64url'))
}

function refusal(description: string): OAuthError {
  return new OAuthError('invalid_grant', description)
}
