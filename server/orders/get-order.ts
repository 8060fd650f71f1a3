import { and, asc, eq, inArray, like } from 'drizzle-orm'
import type { Order } from '@/contracts/orders'
import type { Database } from '@/db/client'
import { events } from '@/db/schema/events'
import { orderLines, orders } from '@/db/schema/orders'
import { restaurants } from '@/db/schema/restaurants'
import { NotFoundError } from '@/server/http/errors'
import { shapeOrder } from './shape-order'

type Row = typeof orders.$inferSelect

/** An order and the version of it that was read. */
export type VersionedOrder = {
  order: Order
  version: number
  etag: string
  distanceM: number
}

/** One of the guest's orders; 404 for anybody else's, as for none at all. */
export async function getOrder(
  db: Database,
  id: string,
): Promise<VersionedOrder> {
  const [row] = await db.select().from(orders).where(eq(orders.id, id))
  if (!row) throw new NotFoundError('order')

  const [order] = await completeOrders(db, [row])
  if (!order) throw new NotFoundError('order')
  const { version, distanceM } = row
  return { order, version, distanceM, etag: `"${row.id}.${version}"` }
}

/** Puts lines, restaurant and history to orders: one query each for all. */
export async function completeOrders(
  db: Database,
  rows: Row[],
): Promise<Order[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const slugs = rows.map((row) => row.restaurant)

  const houses = await db
    .select()
    .from(restaurants)
    .where(inArray(restaurants.slug, slugs))
  const lines = await db
    .select()
    .from(orderLines)
    .where(inArray(orderLines.order, ids))
    .orderBy(asc(orderLines.position))
  const history = await db
    .select()
    .from(events)
    .where(and(inArray(events.order, ids), like(events.kind, 'order.%')))
    .orderBy(asc(events.id))

  return rows.map((row) => {
    const slug = row.restaurant
    const house = houses.find((one) => one.slug === slug)
    return shapeOrder(
      row,
      { slug, name: house?.name ?? slug },
      lines.filter((line) => line.order === row.id),
      history.filter((event) => event.order === row.id),
    )
  })
}
