import type { Client } from '@libsql/client'
import { getTableName } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { accounts, sessions, signInMethods } from './schema/accounts'
import { forgeries } from './schema/attacks'
import { deliveries } from './schema/deliveries'
import { events } from './schema/events'
import { reviews, signIns, tallies } from './schema/first-chapter'
import { replies } from './schema/idempotency'
import { grants, people } from './schema/identity'
import { tickets } from './schema/kitchen'
import { rateLimits } from './schema/limits'
import { logins } from './schema/logins'
import { shifts } from './schema/members'
import { outbox } from './schema/messages'
import { orderLines, orders } from './schema/orders'
import { dishes, portions, restaurants } from './schema/restaurants'
import { rowChanges } from './schema/row-changes'
import { sandboxes } from './schema/sandboxes'
import { breakers, weather } from './schema/weather'

/**
 * The tables whose changes a trace shows. Left out are the traces themselves,
 * what the database knows of itself, the addresses that callers came from, and
 * who may come in.
 */
const recordedTables: SQLiteTable[] = [
  sandboxes,
  restaurants,
  dishes,
  portions,
  orders,
  orderLines,
  deliveries,
  shifts,
  events,
  outbox,
  replies,
  tickets,
  rateLimits,
  tallies,
  signIns,
  reviews,
  logins,
  forgeries,
  weather,
  breakers,
  people,
  accounts,
  signInMethods,
  sessions,
  grants,
]

/** How the rows of a recorded table are noted: as lists, in this order. */
export type RecordedTable = {
  columns: string[]
  key: string[]
  /** The column that says whose a row is; undefined for what is everybody's. */
  sandbox: string | undefined
}

export const recorded = new Map<string, RecordedTable>(
  recordedTables.map((table) => {
    const { columns, primaryKeys } = getTableConfig(table)
    const key = primaryKeys[0]?.columns ?? columns.filter((one) => one.primary)
    return [
      getTableName(table),
      {
        columns: columns.map((column) => column.name),
        key: key.map((column) => column.name),
        sandbox: sandboxColumn(table)?.name,
      },
    ]
  }),
)

function sandboxColumn(table: SQLiteTable) {
  if (table === sandboxes) return sandboxes.sandboxId
  const { columns } = getTableConfig(table)
  return columns.find((column) => column.name === 'sandbox_id')
}

/** Takes out what the last statement changed; in no order, so the ids sort it. */
export const takeRowChanges = `delete from "${getTableName(rowChanges)}" returning "id", "table_name", "before", "after"`
export const clearRowChanges = `delete from "${getTableName(rowChanges)}"`

const operations = ['insert', 'update', 'delete'] as const
export type Operation = (typeof operations)[number]
const prefix = 'note_'

/** One trigger for each way in which a row of a recorded table can change. */
export function triggersOf(
  of: (table: SQLiteTable, operation: Operation, name: string) => string,
): Map<string, string> {
  return new Map(
    recordedTables.flatMap((table) =>
      operations.map((operation) => {
        const name = `${prefix}${operation}_of_${getTableName(table)}`
        return [name, of(table, operation, name)] as const
      }),
    ),
  )
}

/** A trigger as `create trigger` takes it, and as the database keeps it. */
function triggerFor(
  table: SQLiteTable,
  operation: Operation,
  name: string,
): string {
  const { title, when, before, after } = partsOf(table, operation)
  return (
    `"${name}" after ${operation} on "${title}"${when} begin ` +
    `insert into "${getTableName(rowChanges)}" ("table_name", "before", "after") ` +
    `values ('${title}', ${before}, ${after}); end`
  )
}

/** What a trigger notes of a row, and whose it is, as SQL. */
export function partsOf(table: SQLiteTable, operation: Operation) {
  const side = operation === 'delete' ? 'old' : 'new'
  const owner = sandboxColumn(table)
  return {
    title: getTableName(table),
    sandbox: owner ? `${side}."${owner.name}"` : 'null',
    before: operation === 'insert' ? 'null' : rowAsJson(table, 'old'),
    after: operation === 'delete' ? 'null' : rowAsJson(table, 'new'),
    // Spans are stored beside Plateful's own events, and are no part of them.
    when: table === events ? ` when ${side}."kind" <> 'spans'` : '',
  }
}

function rowAsJson(table: SQLiteTable, side: 'old' | 'new'): string {
  const values = getTableConfig(table).columns.map((column) => {
    const value = `${side}."${column.name}"`
    // JSON has no bytes: their number stands for them.
    const isBytes = column.getSQLType() === 'blob'
    const bytes = `format('(%d bytes)', length(${value}))`
    return isBytes ? `iif(${value} is null, null, ${bytes})` : value
  })
  return `json_array(${values.join(', ')})`
}

/**
 * Makes the triggers as this build needs them, or takes them away. Another
 * process may do the same at the same moment. A file needs none that stay: its
 * one connection notes for itself (db/private-notes).
 */
export async function setRowTriggers(
  client: Client,
  isWanted: boolean,
): Promise<void> {
  const wanted =
    isWanted && client.protocol !== 'file'
      ? triggersOf(triggerFor)
      : new Map<string, string>()
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
    ...(wanted.size > 0 ? [clearRowChanges] : []),
  ]
  if (statements.length > 0) await client.batch(statements, 'write')
}
