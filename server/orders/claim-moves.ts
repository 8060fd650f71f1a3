import { and, inArray, lte } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { orders } from '@/db/schema/orders'

/** So long nobody else takes a claimed move: who took it may have died. */
const leaseMs = 30_000

/** Takes kitchen moves that are due, so that no other process makes them. */
export async function claimMoves(db: Database, most: number) {
  const now = Date.now()
  const isDue = lte(orders.autopilotAt, now)
  const due = await db
    .select({ id: orders.id })
    .from(orders)
    .where(isDue)
    .orderBy(orders.autopilotAt)
    .limit(most)
  if (due.length === 0) return []

  const ids = due.map((order) => order.id)
  const claimed = await db
    .update(orders)
    .set({ autopilotAt: now + leaseMs })
    .where(and(isDue, inArray(orders.id, ids)))
    .returning()
  return claimed.map(({ id, sandboxId }) => ({
    id,
    sandboxId,
    traceparent: null,
  }))
}
