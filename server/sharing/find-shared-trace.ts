import { eq } from 'drizzle-orm'
import type { SharedTrace } from '@/contracts/shared-trace'
import type { Database } from '@/db/client'
import { isStorageFull } from '@/db/database-errors'
import { sharedTraces } from '@/db/schema/shares'
import { unpack } from './pack-copy'

const dayMs = 24 * 60 * 60 * 1000

/** A shared copy by its id, whoever asks; null when there is none. */
export async function findSharedTrace(
  db: Database,
  id: string,
): Promise<SharedTrace | null> {
  const [copy] = await db
    .select()
    .from(sharedTraces)
    .where(eq(sharedTraces.id, id))
  if (!copy) return null

  await noteLook(db, id, copy.seenAt)
  const trace = await unpack(copy.body)
  const sharedAt = new Date(copy.createdAt).toISOString()
  return { id, sharedAt, ...trace }
}

/** A copy that is looked at stays; written down once a day at most. */
async function noteLook(db: Database, id: string, seenAt: number) {
  const now = Date.now()
  if (now - seenAt < dayMs) return
  try {
    await db
      .update(sharedTraces)
      .set({ seenAt: now })
      .where(eq(sharedTraces.id, id))
  } catch (error) {
    // With a full disk nothing is noted, but everybody can still read.
    if (!isStorageFull(error)) throw error
  }
}
