import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { grants } from '@/db/schema/identity'
import { OAuthError } from '@/server/http/errors'
import type { Grant } from './find-grant'

/** Takes back a grant, and with it every token that was given by it. */
export async function revokeGrant(db: Database, { id }: Grant): Promise<void> {
  await db
    .update(grants)
    .set({ revokedAt: Date.now() })
    .where(and(eq(grants.id, id), isNull(grants.revokedAt)))
}

/**
 * What comes twice was stolen before one of the two times, and nobody knows
 * which: all that it has given is revoked, and whoever is honest signs in again
 * (RFC 6749, section 4.1.2; RFC 9700, section 4.14.2).
 */
export async function refuseReplay(db: Database, grant: Grant): Promise<never> {
  await revokeGrant(db, grant)
  throw new OAuthError(
    'invalid_grant',
    'It was used before. Everything that it gave is revoked.',
  )
}
