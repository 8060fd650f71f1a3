import {
  LibsqlBatchError,
  LibsqlError,
  type InArgs,
  type ResultSet,
  type TransactionMode,
} from '@libsql/client'
import NativeDatabase from 'libsql'
import { plainRows, readRows, type RawRow } from './result-rows'
import {
  boundValues,
  fullStatement,
  type Statement,
  type Values,
} from './statement-values'

type Native = InstanceType<typeof NativeDatabase>
type Prepared = {
  native: ReturnType<Native['prepare']>
  /** Null for a statement that returns no rows. */
  columns: { names: string[]; types: string[] } | null
  arity: number
}

const begins: Record<TransactionMode, string> = {
  write: 'BEGIN IMMEDIATE',
  read: 'BEGIN TRANSACTION READONLY',
  deferred: 'BEGIN DEFERRED',
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

/**
 * One connection to a database file, by libSQL's native driver, which works on
 * the spot and returns when it is done. It keeps what it has prepared: that is
 * most of the work of a short statement (docs/decisions/0013). Values, rows and
 * errors are those of `@libsql/client`, to the letter.
 */
export class FileConnection {
  readonly #path: string
  #database: Native | null
  #prepared = new Map<string, Prepared>()

  constructor(path: string) {
    this.#path = path
    this.#database = open(path)
    // A file that is no database fails here, and not with the first visitor.
    this.execute('SELECT 1')
  }

  get isClosed(): boolean {
    return this.#database === null
  }

  get isInTransaction(): boolean {
    // Asking a closed database would end the process.
    return this.#database !== null && this.#database.inTransaction
  }

  execute(sql: string, args: InArgs = []): ResultSet {
    const values = boundValues(args)
    const database = this.#use()
    try {
      const prepared = this.#prepare(database, sql, values)
      const result = run(prepared, values)
      if (explains.test(sql)) prepared.native.get(values)
      return result
    } catch (error) {
      throw libsqlError(error)
    }
  }

  /** All statements, or none, in a transaction of their own. */
  batch(statements: Statement[], mode: TransactionMode): ResultSet[] {
    this.begin(mode)
    try {
      const results = this.executeAll(statements)
      this.exec('COMMIT')
      return results
    } finally {
      this.rollBack()
    }
  }

  /** One after the other; an error says which of them it was. */
  executeAll(statements: Statement[]): ResultSet[] {
    return statements.map((statement, index) => {
      try {
        if (!this.isInTransaction)
          throw new LibsqlError('It was rolled back', 'TRANSACTION_CLOSED')
        const { sql, args } = fullStatement(statement)
        return this.execute(sql, args)
      } catch (error) {
        throw error instanceof LibsqlError
          ? new LibsqlBatchError(
              error.message,
              index,
              error.code,
              error.extendedCode,
              error.rawCode,
              error.cause instanceof Error ? error.cause : undefined,
            )
          : error
      }
    })
  }

  begin(mode: TransactionMode): void {
    this.exec(begins[mode])
  }

  /** Ends what is open, if anything is: on a full disk SQLite did it before. */
  rollBack(): void {
    if (this.isInTransaction) this.exec('ROLLBACK')
  }

  /** Runs a text of any number of statements, and forgets what it prepared. */
  executeMultiple(text: string): void {
    this.#prepared.clear()
    this.exec(text)
  }

  /** Runs a text as it is: nothing of it is kept, no rows come back. */
  exec(text: string): void {
    const database = this.#use()
    try {
      database.exec(text)
    } catch (error) {
      throw libsqlError(error)
    }
  }

  reopen(): void {
    this.close()
    this.#database = open(this.#path)
  }

  close(): void {
    // A statement would go on working on a connection that is closed.
    this.#prepared.clear()
    this.#database?.close()
    this.#database = null
  }

  #use(): Native {
    if (!this.#database)
      throw new LibsqlError('The client is closed', 'CLIENT_CLOSED')
    return this.#database
  }

  #prepare(database: Native, sql: string, values: Values): Prepared {
    const arity = Array.isArray(values) ? values.length : -1
    const known = this.#prepared.get(sql)
    // With fewer values than before, the last ones would still be bound.
    if (known?.arity === arity) return known

    const prepared = { ...prepare(database, sql), arity }
    if (changesSchema.test(sql)) {
      this.#prepared.clear()
      return prepared
    }
    if (this.#prepared.size >= mostPrepared) {
      const [oldest = ''] = this.#prepared.keys()
      this.#prepared.delete(oldest)
    }
    this.#prepared.set(sql, prepared)
    return prepared
  }
}

function open(path: string): Native {
  // Never waits for another process by itself: that would hold up the loop.
  return new NativeDatabase(path, { timeout: 0 })
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

/** As `@libsql/client` tells it: the base code, and SQLite's own beside it. */
function libsqlError(error: unknown): unknown {
  if (!(error instanceof NativeDatabase.SqliteError)) return error
  const { message, code, rawCode } = error
  return new LibsqlError(message, baseCode(code), code, rawCode, error)
}

/** `SQLITE_CONSTRAINT` of `SQLITE_CONSTRAINT_CHECK`. */
function baseCode(code: string): string {
  return /^SQLITE_[A-Z]+/.exec(code)?.[0] ?? code
}
