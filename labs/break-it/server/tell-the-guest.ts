import { asc, eq } from 'drizzle-orm'
import type { Order } from '@/contracts/orders'
import type { Database } from '@/db/client'
import { orderLines } from '@/db/schema/orders'
import { restaurants } from '@/db/schema/restaurants'
import { eventOf } from '@/server/orders/event-of'
import { shapeOrder } from '@/server/orders/shape-order'
import type { KeptOrder } from './check-out.unsafe'

/** The order as the guest is shown it; null when none was confirmed. */
export async function tellTheGuest(
  db: Database,
  order: KeptOrder | undefined,
): Promise<Order | null> {
  if (!order) return null
  const [house] = await db
    .select()
    .from(restaurants)
    .where(eq(restaurants.slug, order.restaurant))
  const lines = await db
    .select()
    .from(orderLines)
    .where(eq(orderLines.order, order.id))
    .orderBy(asc(orderLines.position))
  const { slug, name } = house ?? { slug: order.restaurant, name: '' }
  const event = eventOf(order.id, 'placed', order.placedAt)
  return shapeOrder(order, { slug, name }, lines, [event])
}
