import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import { sandboxId } from './sandboxes'

/** First replies, kept so that a repeated request gets the same bytes. */
export const replies = sqliteTable(
  'replies',
  {
    sandboxId: sandboxId(),
    key: text('key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    status: integer('status').notNull(),
    headers: text('headers', { mode: 'json' })
      .$type<Record<string, string>>()
      .notNull(),
    body: text('body').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sandboxId, table.key] }),
    index('replies_by_age').on(table.createdAt),
  ],
)
