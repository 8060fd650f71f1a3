import { and, eq, getTableColumns, is, sql, Table, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Database } from '@/db/client'
import {
  currentBaggage,
  currentTraceId,
  currentTraceparent,
} from '@/tracing/current'

type Row = Record<string, unknown>
type Filtered = { where: (condition?: SQL) => unknown }
type Joinable = Filtered & Record<string, unknown>

const joins = ['innerJoin', 'leftJoin', 'rightJoin', 'fullJoin'] as const

/** A visitor who has nothing yet has this sandbox: it is empty, and stays so. */
export const nobody = 'sbx_nobody'

/**
 * The database as one visitor sees it. Every query on a table with a sandbox
 * column is narrowed to their rows, and every row they write is marked as
 * theirs: the sandbox's id enters SQL here and nowhere else. What cannot be
 * narrowed (raw SQL, relational queries) is not offered.
 */
export function ownDatabase(db: Database, sandboxId: string): Database {
  const own = {
    select: (...fields: Parameters<Database['select']>) => ({
      from: (table: Table) =>
        narrowSelect(db.select(...fields).from(table), table, sandboxId),
    }),
    insert: (table: Parameters<Database['insert']>[0]) => ({
      values: (rows: Row | Row[]) =>
        db.insert(table).values(markOwn(table, rows, sandboxId)),
    }),
    update: (table: Parameters<Database['update']>[0]) => ({
      set: (values: Row) =>
        narrow(db.update(table).set(values), ownRows(table, sandboxId)),
    }),
    delete: (table: Parameters<Database['delete']>[0]) =>
      narrow(db.delete(table), ownRows(table, sandboxId)),
    transaction: <Result>(work: (tx: Database) => Promise<Result>) =>
      db.transaction((tx) => work(ownDatabase(tx, sandboxId))),
  }
  // The type promises all of Drizzle; what is missing throws when it is called.
  return own as unknown as Database
}

/** In a transaction another is a part of it: both happen, or neither. */
export function joined(tx: Database): Database {
  const one: Database = Object.create(tx, {
    transaction: {
      value: <Result>(work: (tx: Database) => Result) => work(one),
    },
  }) as Database
  return one
}

/** The column by which a table belongs to visitors; undefined when it is shared. */
function sandboxColumn(table: Table): SQLiteColumn | undefined {
  const column = getTableColumns(table)['sandboxId']
  return column as SQLiteColumn | undefined
}

function ownRows(table: Table, sandboxId: string): SQL | undefined {
  const column = sandboxColumn(table)
  return column && eq(column, sandboxId)
}

/** Marks rows as the visitor's, and with the trace in which they were written. */
function markOwn(table: Table, rows: Row | Row[], sandboxId: string): Row[] {
  const list = Array.isArray(rows) ? rows : [rows]
  const columns = getTableColumns(table)
  const marks = {
    ...('sandboxId' in columns ? { sandboxId } : {}),
    ...('traceparent' in columns ? { traceparent: currentTraceparent() } : {}),
    ...('baggage' in columns ? { baggage: currentBaggage() } : {}),
    ...('traceId' in columns ? { traceId: currentTraceId() } : {}),
  }
  return list.map((row) => ({ ...row, ...marks }))
}

/** Sets the condition at once, and keeps it under every later `where`. */
function narrow<Query extends object>(
  query: Query,
  own: SQL | undefined,
): Query {
  if (!own) return query
  const filtered = query as unknown as Filtered
  const where = filtered.where.bind(query)
  where(own)
  filtered.where = (condition) => where(within(own, condition))
  return query
}

/** In brackets of its own: a bare `or` in it must not reach past the first part. */
function within(own: SQL | undefined, condition: SQL | undefined) {
  return and(own, condition && sql`(${condition})`)
}

function narrowSelect(query: object, table: Table, sandboxId: string): object {
  const joinable = query as Joinable
  for (const name of joins) {
    const join = (joinable[name] as (other: Table, on?: SQL) => unknown).bind(
      query,
    )
    joinable[name] = (other: unknown, on?: SQL) => {
      if (!is(other, Table)) throw new Error('Only tables can be joined here')
      return join(other, within(ownRows(other, sandboxId), on))
    }
  }
  return narrow(query, ownRows(table, sandboxId))
}
