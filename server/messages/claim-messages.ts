import { and, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { outbox } from '@/db/schema/messages'

/** So long nobody else takes a claimed message: the sender may have died. */
const leaseMs = 30_000

/** Takes messages that are due, so that no other process sends them as well. */
export async function claimMessages(db: Database, most: number) {
  const now = Date.now()
  // A first try is due whatever the clock says: it may have been set back.
  const isTime = or(lte(outbox.dueAt, now), eq(outbox.attempts, 0))
  const isDue = and(isNull(outbox.deliveredAt), isTime)
  const due = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(isDue)
    .orderBy(outbox.dueAt)
    .limit(most)
  if (due.length === 0) return []

  const ids = due.map((message) => message.id)
  return db
    .update(outbox)
    .set({ dueAt: now + leaseMs, attempts: sql`${outbox.attempts} + 1` })
    .where(and(isDue, inArray(outbox.id, ids)))
    .returning()
}
