import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { orderLines, orders } from '@/db/schema/orders'
import { sandboxes } from '@/db/schema/sandboxes'

const now = Date.UTC(2026, 0, 15, 18, 30)
const plenty = 1_000_000_000

/** The order that these books know, and its only line. */
export const knownOrder = {
  id: 'ord_known',
  sandboxId: 'guest',
  restaurant: 'lantern-noodle-house',
  status: 'placed' as const,
  subtotalMinor: 1_250,
  deliveryFeeMinor: 240,
  totalMinor: 1_490,
  placedAt: now,
  version: 1,
}
export const knownLine = {
  sandboxId: 'guest',
  order: knownOrder.id,
  position: 0,
  dish: 'miso-ramen',
  name: 'Miso ramen',
  quantity: 1,
  priceMinor: 1_250,
}

/**
 * Books with one guest, one order and its line; and a second table of lines
 * that has a rule the first has not: a quantity is more than nothing.
 */
export async function openBooks(db: Database): Promise<void> {
  await db.insert(sandboxes).values({
    sandboxId: 'guest',
    autopilot: false,
    createdAt: now,
    expiresAt: now,
    ordersLeft: plenty,
    rowsLeft: plenty,
    bytesLeft: plenty,
  })
  await db.insert(orders).values(knownOrder)
  await db.insert(orderLines).values(knownLine)
  await db.run(sql`
    create table checked_lines (
      order_id text not null references orders (id),
      position integer not null,
      dish text not null references dishes (id),
      quantity integer not null check (quantity > 0),
      primary key (order_id, position)
    )`)
}
