import {
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import { sandboxId } from './sandboxes'

/** What a count is, whoever is counted and whichever way (db/rates). */
const counted = () => ({
  /** How many were let through in this window. */
  count: integer('count').notNull(),
  /** When the window ends; for a bucket, when it will be full for certain. */
  resetsAt: integer('resets_at').notNull(),
  /** How many may come in a window. */
  quota: integer('quota').notNull().default(0),
  /** How many were let through in the window before. */
  before: integer('before').notNull().default(0),
  /** Tokens in the bucket; null where windows are counted. */
  level: real('level'),
  /** Whether the last one who came was let through. */
  passed: integer('passed', { mode: 'boolean' }).notNull().default(true),
})

/** How often a visitor came by. */
export const rateLimits = sqliteTable(
  'rate_limits',
  { sandboxId: sandboxId(), name: text('name').notNull(), ...counted() },
  (table) => [primaryKey({ columns: [table.sandboxId, table.name] })],
)

/** How often somebody came from an address, or for an account; both hashed. */
export const arrivals = sqliteTable('arrivals', {
  address: text('address').primaryKey(),
  ...counted(),
})
