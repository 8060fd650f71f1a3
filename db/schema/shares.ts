import {
  blob,
  index,
  integer,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import { sandboxId } from './sandboxes'

/**
 * Public copies of traces, each under an id that nobody can guess. A copy
 * belongs to the sandbox that made it and outlives it: it is cleared when
 * nobody has looked at it for a long time (server/sandbox/sandboxes).
 */
export const sharedTraces = sqliteTable(
  'shared_traces',
  {
    id: text('id').primaryKey(),
    sandboxId: sandboxId(),
    copyOf: text('copy_of').notNull(),
    body: blob('body', { mode: 'buffer' }).notNull(),
    bytes: integer('bytes').notNull(),
    createdAt: integer('created_at').notNull(),
    seenAt: integer('seen_at').notNull(),
  },
  (table) => [
    index('shares_of_sandbox').on(table.sandboxId, table.bytes),
    index('shares_by_age').on(table.seenAt, table.bytes),
  ],
)
