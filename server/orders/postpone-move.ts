import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { orders } from '@/db/schema/orders'

/** Leaves an order's next move to others until then; for good when null. */
export async function postponeMove(
  db: Database,
  id: string,
  autopilotAt: number | null,
): Promise<void> {
  await db.update(orders).set({ autopilotAt }).where(eq(orders.id, id))
}
