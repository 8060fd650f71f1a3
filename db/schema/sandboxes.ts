import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'

/**
 * The column that makes a table belong to visitors. The database handed to a
 * door fills it in and asks for it in every query (server/sandbox/own-database),
 * so a query that reaches this default came in another way, and stops here.
 */
export const sandboxId = () =>
  text('sandbox_id')
    .notNull()
    .$defaultFn(() => {
      throw new Error('A visitor’s rows are written through their own database')
    })

/**
 * A visitor's own Plateful. Triggers count down what is left for every row
 * written, and the checks refuse the row that would be one too many.
 */
export const sandboxes = sqliteTable(
  'sandboxes',
  {
    sandboxId: text('id').primaryKey(),
    autopilot: integer('autopilot', { mode: 'boolean' }).notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    ordersLeft: integer('orders_left').notNull(),
    rowsLeft: integer('rows_left').notNull(),
    bytesLeft: integer('bytes_left').notNull(),
    /** Whose it is, once somebody has signed in; it lives longer then. */
    account: text('account_id'),
  },
  (table) => [
    index('sandboxes_by_expiry').on(table.expiresAt),
    uniqueIndex('sandbox_of_account').on(table.account),
    check('quota_orders', sql`${table.ordersLeft} >= 0`),
    check('quota_rows', sql`${table.rowsLeft} >= 0`),
    check('quota_bytes', sql`${table.bytesLeft} >= 0`),
  ],
)
