import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { sandboxId } from './sandboxes'

/** Messages that have to leave: written with the order, sent after the reply. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    sandboxId: sandboxId(),
    kind: text('kind').notNull(),
    order: text('order_id').notNull(),
    payload: text('payload', { mode: 'json' }).$type<unknown>().notNull(),
    traceparent: text('traceparent'),
    attempts: integer('attempts').notNull().default(0),
    dueAt: integer('due_at').notNull(),
    deliveredAt: integer('delivered_at'),
    baggage: text('baggage'),
  },
  (table) => [
    index('outbox_due')
      .on(table.dueAt)
      .where(sql`${table.deliveredAt} is null`),
    index('outbox_of_sandbox').on(table.sandboxId),
  ],
)
