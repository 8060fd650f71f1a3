import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { TicketLine } from '@/contracts/webhooks'
import { sandboxId } from './sandboxes'

/** Tickets on the kitchen's rail: one for each webhook, however often it came. */
export const tickets = sqliteTable(
  'tickets',
  {
    sandboxId: sandboxId(),
    webhookId: text('webhook_id').notNull(),
    order: text('order_id').notNull(),
    lines: text('lines', { mode: 'json' }).$type<TicketLine[]>().notNull(),
    note: text('note'),
    printedAt: integer('printed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sandboxId, table.webhookId] })],
)
