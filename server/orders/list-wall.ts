import { and, eq, inArray } from 'drizzle-orm'
import type { Wall } from '@/contracts/members'
import type { Database } from '@/db/client'
import { events } from '@/db/schema/events'
import { listOrders } from './list-orders'

/** A wall is read from the back row: it holds so many orders and no more. */
const longestWall = 40

/** The newest orders of everybody, each with the trace that placed it. */
export async function listWall(db: Database): Promise<Wall> {
  const page = { limit: longestWall, cursor: null }
  const { items: orders } = await listOrders(db, page)
  const traces = await findPlacings(
    db,
    orders.map(({ id }) => id),
  )
  const items = orders.map((order) => ({
    order,
    traceId: traces.get(order.id) ?? null,
  }))
  return { items }
}

async function findPlacings(db: Database, orders: string[]) {
  const placed = eq(events.kind, 'order.placed')
  const rows = await db
    .select({ order: events.order, traceId: events.traceId })
    .from(events)
    .where(and(placed, inArray(events.order, orders)))
  return new Map(rows.map(({ order, traceId }) => [order, traceId]))
}
