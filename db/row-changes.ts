import type { Client } from '@libsql/client'
import { getTableName } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { events } from './schema/events'
import { replies } from './schema/idempotency'
import { tickets } from './schema/kitchen'
import { rateLimits } from './schema/limits'
import { outbox } from './schema/messages'
import { orderLines, orders } from './schema/orders'
import { dishes, portions, restaurants } from './schema/restaurants'
import { rowChanges } from './schema/row-changes'
import { sandboxes } from './schema/sandboxes'

/**
 * The tables whose changes a trace shows. Left out are the traces themselves,
 * what the database knows of itself, and the addresses that callers came from.
 */
const recordedTables: SQLiteTable[] = [
  sandboxes,
  restaurants,
  dishes,
  portions,
  orders,
  orderLines,
  events,
  outbox,
  replies,
  tickets,
  rateLimits,
]

type RecordedTable = { key: string[]; sandbox: string | undefined }

/** Each recorded table by name: its key, and the column that says whose it is. */
export const recorded = new Map<string, RecordedTable>(
  recordedTables.map((table) => {
    const { columns, primaryKeys } = getTableConfig(table)
    const key = primaryKeys[0]?.columns ?? columns.filter((one) => one.primary)
    const sandbox =
      table === sandboxes
        ? sandboxes.sandboxId
        : columns.find((column) => column.name === 'sandbox_id')
    return [
      getTableName(table),
      { key: key.map((column) => column.name), sandbox: sandbox?.name },
    ]
  }),
)

/** Takes out what the last statement changed; in no order, so the ids sort it. */
export const takeRowChanges = `delete from "${getTableName(rowChanges)}" returning "id", "table_name", "before", "after"`
export const clearRowChanges = `delete from "${getTableName(rowChanges)}"`

const operations = ['insert', 'update', 'delete'] as const
const prefix = 'note_'

/** The triggers that note every row before and after, from the schema's columns. */
function triggers(): Map<string, string> {
  return new Map(
    recordedTables.flatMap((table) =>
      operations.map((operation) => {
        const name = `${prefix}${operation}_of_${getTableName(table)}`
        return [name, triggerFor(table, operation, name)] as const
      }),
    ),
  )
}

/** A trigger as `create trigger` takes it, and as the database keeps it. */
function triggerFor(
  table: SQLiteTable,
  operation: (typeof operations)[number],
  name: string,
): string {
  const before = operation === 'insert' ? 'null' : rowAsJson(table, 'old')
  const after = operation === 'delete' ? 'null' : rowAsJson(table, 'new')
  const side = operation === 'delete' ? 'old' : 'new'
  // Spans are stored beside Plateful's own events, and are no part of them.
  const when = table === events ? ` when ${side}."kind" <> 'spans'` : ''
  const title = getTableName(table)
  return (
    `"${name}" after ${operation} on "${title}"${when} begin ` +
    `insert into "${getTableName(rowChanges)}" ("table_name", "before", "after") ` +
    `values ('${title}', ${before}, ${after}); end`
  )
}

function rowAsJson(table: SQLiteTable, side: 'old' | 'new'): string {
  const pairs = getTableConfig(table).columns.map((column) => {
    const value = `${side}."${column.name}"`
    // JSON has no bytes: their number stands for them.
    const isBytes = column.getSQLType() === 'blob'
    const shown = isBytes ? `format('(%d bytes)', length(${value}))` : value
    return `'${column.name}', ${shown}`
  })
  return `json_object(${pairs.join(', ')})`
}

/**
 * Makes the triggers as this build needs them, or takes them away. Another
 * process may do the same at the same moment.
 */
export async function setRowTriggers(
  client: Client,
  isWanted: boolean,
): Promise<void> {
  const wanted = isWanted ? triggers() : new Map<string, string>()
  const { rows } = await client.execute(
    `select name, sql from sqlite_schema where type = 'trigger' and name glob '${prefix}*'`,
  )
  const known = new Map(
    rows.map((row) => [String(row['name']), String(row['sql'])]),
  )
  const isCurrent = (name: string) =>
    known.get(name) === `CREATE TRIGGER ${wanted.get(name)}`
  const stale = [...known.keys()].filter((name) => !isCurrent(name))
  const missing = [...wanted].filter(([name]) => !isCurrent(name))
  const statements = [
    ...stale.map((name) => `drop trigger if exists "${name}"`),
    ...missing.map(([, text]) => `create trigger if not exists ${text}`),
    ...(isWanted ? [clearRowChanges] : []),
  ]
  if (statements.length > 0) await client.batch(statements, 'write')
}
