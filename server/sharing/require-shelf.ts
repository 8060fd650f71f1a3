import { sum } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { sharedTraces } from '@/db/schema/shares'
import { env } from '@/env'
import { NoRoomToShareError } from './share-errors'

/**
 * All copies together may take only so much room. A new one is refused then:
 * no link that somebody has been given is dropped for it.
 */
export async function requireShelf(db: Database): Promise<void> {
  const [all] = await db
    .select({ bytes: sum(sharedTraces.bytes) })
    .from(sharedTraces)
  if (Number(all?.bytes ?? 0) >= env.QUOTA_SHARED_BYTES)
    throw new NoRoomToShareError()
}
