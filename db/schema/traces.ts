import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import type { SourceRegion } from '@/contracts/trace'
import { sandboxId } from './sandboxes'

/** One row a trace: how much of it is kept, and how much was left out. */
export const traces = sqliteTable(
  'traces',
  {
    sandboxId: sandboxId(),
    traceId: text('trace_id').notNull(),
    spans: integer('spans').notNull(),
    bytes: integer('bytes').notNull(),
    leftOut: integer('left_out').notNull().default(0),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sandboxId, table.traceId] }),
    index('traces_newest').on(table.sandboxId, table.createdAt),
  ],
)

/**
 * Source regions by the SHA-256 of their text: the code of its day. The source
 * is its lines, highlighted, as the contract has them.
 */
export const codeRegions = sqliteTable('code_regions', {
  hash: text('hash').primaryKey(),
  file: text('file').notNull(),
  function: text('function').notNull(),
  line: integer('line').notNull(),
  endLine: integer('end_line').notNull(),
  source: text('source', { mode: 'json' })
    .$type<SourceRegion['lines']>()
    .notNull(),
})

/**
 * What the spans of a place in the code have in common, by a hash of it: stored
 * once, and named by every span (tracing/span-templates).
 */
export const spanTemplates = sqliteTable('span_templates', {
  id: text('id').primaryKey(),
  body: text('body').notNull(),
})

/** Facts about the database itself: which catalogue it holds. */
export const facts = sqliteTable('facts', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
})
