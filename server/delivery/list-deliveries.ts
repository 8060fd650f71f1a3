import { desc, eq, inArray } from 'drizzle-orm'
import type { Delivery } from '@/contracts/deliveries'
import type { Database } from '@/db/client'
import { deliveries } from '@/db/schema/deliveries'
import { orders } from '@/db/schema/orders'
import { restaurants } from '@/db/schema/restaurants'
import { NotFoundError } from '@/server/http/errors'
import { shapeDelivery } from './shape-delivery'

/** The deliveries of these orders, that of the newest first. */
export async function listDeliveries(
  db: Database,
  of: { id: string }[],
): Promise<Delivery[]> {
  const ids = of.map(({ id }) => id)
  const rows = await db
    .select({ order: orders, restaurant: restaurants, delivery: deliveries })
    .from(orders)
    .innerJoin(restaurants, eq(restaurants.slug, orders.restaurant))
    .leftJoin(deliveries, eq(deliveries.order, orders.id))
    .where(inArray(orders.id, ids))
    .orderBy(desc(orders.placedAt), desc(orders.id))

  const now = Date.now()
  return rows.map((row) => shapeDelivery(row, now))
}

/** The delivery of one order; 404 when there is no such order here. */
export async function getDelivery(
  db: Database,
  order: string,
): Promise<Delivery> {
  const [row] = await db
    .select({ order: orders, restaurant: restaurants, delivery: deliveries })
    .from(orders)
    .innerJoin(restaurants, eq(restaurants.slug, orders.restaurant))
    .leftJoin(deliveries, eq(deliveries.order, orders.id))
    .where(eq(orders.id, order))
  if (!row) throw new NotFoundError('delivery')
  return shapeDelivery(row, Date.now())
}
