import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { sandboxId } from './sandboxes'

/** How often a visitor came by since the minute began. */
export const rateLimits = sqliteTable(
  'rate_limits',
  {
    sandboxId: sandboxId(),
    name: text('name').notNull(),
    count: integer('count').notNull(),
    resetsAt: integer('resets_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sandboxId, table.name] })],
)

/** How many sandboxes an address opened since the minute began. */
export const arrivals = sqliteTable('arrivals', {
  address: text('address').primaryKey(),
  count: integer('count').notNull(),
  resetsAt: integer('resets_at').notNull(),
})
