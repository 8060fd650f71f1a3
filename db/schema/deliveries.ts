import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Sky } from '@/contracts/sky'
import { orders } from './orders'
import { sandboxId } from './sandboxes'

/**
 * The way of an order to the guest's door, from the moment the kitchen accepts
 * it. `autopilot_at` is when the autopilot takes it, if no person did.
 */
export const deliveries = sqliteTable(
  'deliveries',
  {
    order: text('order_id')
      .primaryKey()
      .references(() => orders.id, { onDelete: 'cascade' }),
    sandboxId: sandboxId(),
    courier: text('courier').notNull(),
    distanceM: integer('distance_m').notNull(),
    travelMs: integer('travel_ms').notNull(),
    offeredAt: integer('offered_at').notNull(),
    acceptedAt: integer('accepted_at'),
    collectedAt: integer('collected_at'),
    deliveredAt: integer('delivered_at'),
    withdrawnAt: integer('withdrawn_at'),
    autopilotAt: integer('autopilot_at'),
    /** The weather when the courier was called; null: nobody knew it. */
    sky: text('sky').$type<Sky>(),
  },
  (table) => [
    index('deliveries_of_sandbox').on(table.sandboxId, table.offeredAt),
    index('deliveries_due')
      .on(table.autopilotAt)
      .where(sql`${table.autopilotAt} is not null`),
  ],
)
