import type { InArgs, ResultSet } from '@libsql/client'
import type NativeDatabase from 'libsql'
import { plainRows, readRows, type RawRow } from './result-rows'
import { boundValues, type Values } from './statement-values'

export type Native = InstanceType<typeof NativeDatabase>
type Prepared = {
  native: ReturnType<Native['prepare']>
  /** Null for a statement that returns no rows. */
  columns: { names: string[]; types: string[] } | null
  arity: number
}

/** More texts than the whole site sends; then the oldest make room. */
const mostPrepared = 300
/**
 * A write that was explained counts as under way until it is reset, and no
 * transaction can be committed meanwhile. Of the driver's calls `get` resets.
 */
const explains = /^\s*explain\b/i
/** The schema may be another after these, and with it what was prepared. */
const changesSchema = /^\s*(create|alter|drop|pragma|attach|detach|vacuum)\b/i

/** The statements of one connection, each prepared once. */
export class PreparedStatements {
  readonly #database: Native
  readonly #known = new Map<string, Prepared>()

  constructor(database: Native) {
    this.#database = database
  }

  run(sql: string, args: InArgs = []): ResultSet {
    const values = boundValues(args)
    const prepared = this.#prepare(sql, values)
    const result = run(prepared, values)
    if (explains.test(sql)) prepared.native.get(values)
    return result
  }

  clear(): void {
    this.#known.clear()
  }

  #prepare(sql: string, values: Values): Prepared {
    const arity = Array.isArray(values) ? values.length : -1
    const known = this.#known.get(sql)
    // With fewer values than before, the last ones would still be bound.
    if (known?.arity === arity) return known

    const prepared = { ...prepare(this.#database, sql), arity }
    if (changesSchema.test(sql)) {
      this.#known.clear()
      return prepared
    }
    if (this.#known.size >= mostPrepared) {
      const [oldest = ''] = this.#known.keys()
      this.#known.delete(oldest)
    }
    this.#known.set(sql, prepared)
    return prepared
  }
}

function prepare(database: Native, sql: string) {
  const native = database.prepare(sql)
  if (!native.reader) return { native, columns: null }
  native.raw(true)
  native.safeIntegers(true)
  return { native, columns: columnsOf(native) }
}

function columnsOf(native: Prepared['native']) {
  const columns = native.columns()
  return {
    names: columns.map(({ name }) => name),
    types: columns.map(({ type }) => type ?? ''),
  }
}

function run(prepared: Prepared, values: Values): ResultSet {
  const { native } = prepared
  if (!prepared.columns) {
    const { changes, lastInsertRowid } = native.run(values)
    return resultSet([], [], [], changes, BigInt(lastInsertRowid))
  }
  const raw = native.all(values) as RawRow[]
  // `select *` after another process has changed the schema.
  if (raw[0] && raw[0].length !== prepared.columns.names.length)
    prepared.columns = columnsOf(native)
  const { names, types } = prepared.columns
  return resultSet(names, types, readRows(raw, names), 0, undefined)
}

function resultSet(
  columns: string[],
  columnTypes: string[],
  rows: ResultSet['rows'],
  rowsAffected: number,
  lastInsertRowid: bigint | undefined,
): ResultSet {
  const toJSON = () => ({
    columns,
    columnTypes,
    rows: plainRows(rows),
    rowsAffected,
    lastInsertRowid: lastInsertRowid?.toString() ?? null,
  })
  return { columns, columnTypes, rows, rowsAffected, lastInsertRowid, toJSON }
}
