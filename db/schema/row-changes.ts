import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The rows that the running statement has changed, as triggers noted them
 * (db/row-changes). Whoever ran the statement takes them out again in the same
 * transaction, so between two transactions this table is empty.
 */
export const rowChanges = sqliteTable('row_changes', {
  id: integer('id').primaryKey(),
  table: text('table_name').notNull(),
  before: text('before'),
  after: text('after'),
})
