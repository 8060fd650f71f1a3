import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { sandboxId } from './sandboxes'

/**
 * What the lab csrf has set up and seen: for each visitor one experiment at
 * each of its two doors, so it cannot grow. Of the cookie only the hash is kept.
 */
export const forgeries = sqliteTable(
  'forgeries',
  {
    sandboxId: sandboxId(),
    door: text('door').$type<'trusting' | 'guarded'>().notNull(),
    /** Unguessable: whoever knows it may send something to this experiment. */
    id: text('id').notNull().unique(),
    sessionHash: text('session_hash').notNull(),
    setUpAt: integer('set_up_at').notNull(),
    /** What of the last request arrived; null while nothing has. */
    arrived: text('arrived', { mode: 'json' }).$type<[string, string][]>(),
    /** The twin's e-mail address after it; null while nothing was changed. */
    email: text('email'),
    /** The trace of the request that arrived, or that set it up. */
    traceId: text('trace_id'),
  },
  (table) => [primaryKey({ columns: [table.sandboxId, table.door] })],
)
