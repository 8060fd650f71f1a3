import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { sandboxId } from './sandboxes'

/**
 * Everything that happened, in one sequence of ids. A row of the kind `spans`
 * holds the spans of a trace as they were recorded, many at a time: its id is
 * the last of theirs, `size` their number (tracing/span-events).
 */
export const events = sqliteTable(
  'events',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    sandboxId: sandboxId(),
    kind: text('kind').notNull(),
    order: text('order_id'),
    traceId: text('trace_id'),
    data: text('data', { mode: 'json' }).$type<unknown>().notNull(),
    size: integer('size').notNull().default(1),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    index('events_of_sandbox').on(table.sandboxId, table.id),
    index('events_of_order').on(table.order),
    index('spans_of_trace')
      .on(table.sandboxId, table.traceId)
      .where(sql`${table.kind} = 'spans'`),
  ],
)
