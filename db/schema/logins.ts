import {
  blob,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import { sandboxId } from './sandboxes'

/**
 * Who is logged in where, in the lab about sessions: one row for each device of
 * each person, so it cannot grow. Of the session's id only a hash is kept, as
 * bytes: whoever reads the table, or a trace of it, can show no id.
 */
export const logins = sqliteTable(
  'logins',
  {
    sandboxId: sandboxId(),
    /** Who joined the sandbox; empty for whoever opened it. */
    holder: text('holder').notNull(),
    device: text('device', { enum: ['phone', 'laptop'] }).notNull(),
    idHash: blob('id_hash', { mode: 'buffer' }).notNull(),
    name: text('name').notNull(),
    startedAt: integer('started_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sandboxId, table.holder, table.device] }),
  ],
)
