import { sql } from 'drizzle-orm'
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import type { OrderStatus } from '@/contracts/orders'
import { dishes, restaurants } from './restaurants'
import { sandboxes, sandboxId } from './sandboxes'

/**
 * Orders. `autopilot_at` is when the autopilot makes the next move, if no
 * person does; `member` is who ordered, where that is not the owner.
 */
export const orders = sqliteTable(
  'orders',
  {
    id: text('id').primaryKey(),
    sandboxId: sandboxId().references(() => sandboxes.sandboxId),
    restaurant: text('restaurant')
      .notNull()
      .references(() => restaurants.slug),
    status: text('status').$type<OrderStatus>().notNull(),
    subtotalMinor: integer('subtotal_minor').notNull(),
    deliveryFeeMinor: integer('delivery_fee_minor').notNull(),
    totalMinor: integer('total_minor').notNull(),
    note: text('note'),
    placedAt: integer('placed_at').notNull(),
    version: integer('version').notNull(),
    distanceM: integer('distance_m').notNull().default(0),
    autopilotAt: integer('autopilot_at'),
    member: text('member_id'),
    guestName: text('guest_name'),
  },
  (table) => [
    index('orders_newest').on(table.sandboxId, table.placedAt, table.id),
    index('orders_due')
      .on(table.autopilotAt)
      .where(sql`${table.autopilotAt} is not null`),
  ],
)

export const orderLines = sqliteTable(
  'order_lines',
  {
    sandboxId: sandboxId(),
    order: text('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    dish: text('dish')
      .notNull()
      .references(() => dishes.id),
    name: text('name').notNull(),
    quantity: integer('quantity').notNull(),
    priceMinor: integer('price_minor').notNull(),
  },
  (table) => [primaryKey({ columns: [table.order, table.position] })],
)
