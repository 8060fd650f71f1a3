import { eq } from 'drizzle-orm'
import type { BelievedRows } from '@/contracts/trust-the-browser'
import type { Database } from '@/db/client'
import { orderLines, orders } from '@/db/schema/orders'

/** What the database has of an order, and not what anybody meant to write. */
export async function readBack(
  db: Database,
  id: string,
): Promise<BelievedRows> {
  const [order] = await db.select().from(orders).where(eq(orders.id, id))
  const [line] = await db
    .select()
    .from(orderLines)
    .where(eq(orderLines.order, id))
  if (!order || !line) throw new Error('The order was not kept')

  const { subtotalMinor, deliveryFeeMinor, totalMinor } = order
  const { dish, quantity, priceMinor } = line
  return {
    order: { id, subtotalMinor, deliveryFeeMinor, totalMinor },
    line: { dish, quantity, priceMinor },
  }
}
