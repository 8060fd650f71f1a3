import { randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { grants } from '@/db/schema/identity'
import { OAuthError } from '@/server/http/errors'
import type { Client } from './clients'
import { requireIn, type Grant } from './find-grant'
import { hashOf } from './hash-of'

/**
 * Takes a refresh token from the client it was given to. Only the newest of a
 * grant is good, and only once: false for one that was used before.
 */
export async function takeRefreshToken(
  db: Database,
  client: Client,
  grant: Grant,
  form: ReadonlyMap<string, string>,
): Promise<boolean> {
  const { id, clientId, revokedAt, expiresAt } = grant
  const isOver = revokedAt !== null || expiresAt <= Date.now()
  if (clientId !== client.id || isOver)
    throw new OAuthError(
      'invalid_grant',
      'The refresh token is another client’s, has ended, or was revoked.',
    )
  const presented = hashOf(requireIn(form, 'refresh_token'))
  const isNewest = eq(grants.refreshTokenHash, presented)

  const taken = await db
    .update(grants)
    .set({ refreshTokenHash: null })
    .where(and(eq(grants.id, id), isNewest, isNull(grants.revokedAt)))
  return taken.rowsAffected === 1
}

/**
 * The next refresh token of a grant. It begins with the grant's id, so that an
 * old one still leads to the family that it endangers.
 */
export async function giveRefreshToken(
  db: Database,
  { id }: Grant,
): Promise<{ refresh_token: string }> {
  const token = `${id}.${randomBytes(32).toString('base64url')}`
  await db
    .update(grants)
    .set({ refreshTokenHash: hashOf(token) })
    .where(eq(grants.id, id))
  return { refresh_token: token }
}
