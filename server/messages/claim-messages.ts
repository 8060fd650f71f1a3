import { and, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { outbox } from '@/db/schema/messages'

/** So long nobody else takes a claimed message: the sender may have died. */
const leaseMs = 30_000

/** Takes messages that are due, so that no other process sends them as well. */
export async function claimMessages(db: Database, most: number) {
  const now = Date.now()
  const isDue = and(isNull(outbox.deliveredAt), lte(outbox.dueAt, now))
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
