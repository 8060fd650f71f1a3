import { and, inArray, lte } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { deliveries } from '@/db/schema/deliveries'

/** So long nobody else takes a claimed move: who took it may have died. */
const leaseMs = 30_000

/** Takes courier moves that are due, so that no other process makes them. */
export async function claimDeliveries(db: Database, most: number) {
  const now = Date.now()
  const isDue = lte(deliveries.autopilotAt, now)
  const due = await db
    .select({ order: deliveries.order })
    .from(deliveries)
    .where(isDue)
    .orderBy(deliveries.autopilotAt)
    .limit(most)
  if (due.length === 0) return []

  const ids = due.map(({ order }) => order)
  const claimed = await db
    .update(deliveries)
    .set({ autopilotAt: now + leaseMs })
    .where(and(isDue, inArray(deliveries.order, ids)))
    .returning()
  return claimed.map(({ order, sandboxId }) => ({
    id: order,
    sandboxId,
    traceparent: null,
  }))
}
