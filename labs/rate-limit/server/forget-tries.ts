import { inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { rateLimits } from '@/db/schema/limits'
import type { Guest } from '@/server/guests/require-guest'
import { countNames } from './count-names'

/** Throws the lab's counts away, so that a flood begins with a full bucket. */
export async function forgetTries(db: Database, guest: Guest): Promise<void> {
  const names = Object.values(countNames(guest))
  await db.delete(rateLimits).where(inArray(rateLimits.name, names))
}
