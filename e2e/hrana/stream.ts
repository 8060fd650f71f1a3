import Database from 'libsql'
import {
  HranaError,
  readValue,
  writeValue,
  type Batch,
  type Condition,
  type SqlValue,
  type Stmt,
  type StmtResult,
  type StreamRequest,
} from './protocol'
import type { WriteLock } from './write-lock'

type Reply = { type: string; [member: string]: unknown }
type Failure = { message: string; code: string }

/** Whatever does not begin like this may write, and waits for its turn. */
const reads =
  /^(\s|--.*\n)*(select|values|explain|pragma|begin(\s+(deferred|transaction|readonly|read))?\s*(transaction\s*)?;?\s*$|commit|end|rollback)\b/i

/**
 * One stream: a connection of its own, so that a transaction which spans
 * several requests sees nothing of the others, and they nothing of it.
 */
export class HranaStream {
  readonly #db: Database.Database
  readonly #lock: WriteLock
  readonly #texts = new Map<number, string>()
  isClosed = false

  constructor(file: string, lock: WriteLock) {
    this.#db = new Database(file, { timeout: 0 })
    this.#lock = lock
  }

  async answer(request: StreamRequest): Promise<Reply> {
    if (this.isClosed)
      throw new HranaError('The stream is closed', 'STREAM_CLOSED')
    const { type } = request
    if (type === 'execute')
      return { type, result: await this.#execute(request.stmt) }
    if (type === 'batch')
      return { type, result: await this.#batch(request.batch) }
    if (type === 'sequence') {
      await this.#guarded('sequence', () =>
        this.#db.exec(this.#textOf(request)),
      )
    } else if (type === 'describe') {
      return { type, result: this.#describe(this.#textOf(request)) }
    } else if (type === 'store_sql') {
      this.#texts.set(request.sql_id, request.sql)
    } else if (type === 'close_sql') {
      this.#texts.delete(request.sql_id)
    } else if (type === 'get_autocommit') {
      return { type, is_autocommit: !this.#db.inTransaction }
    } else if (type === 'close') {
      this.close()
    } else {
      throw new HranaError(`Unknown request: ${String(type)}`, 'PROTOCOL_ERROR')
    }
    return { type }
  }

  /** Ends the stream; a transaction that is still open is rolled back. */
  close(): void {
    if (this.isClosed) return
    this.isClosed = true
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
    this.#db.close()
    this.#lock.leave(this)
  }

  async #execute(stmt: Stmt): Promise<StmtResult> {
    const sql = this.#textOf(stmt)
    return this.#guarded(sql, () => this.#run(sql, stmt))
  }

  /** Runs each step whose condition holds; a failure is noted, not thrown. */
  async #batch({ steps }: Batch) {
    const results: (StmtResult | null)[] = steps.map(() => null)
    const errors: (Failure | null)[] = steps.map(() => null)
    const holds = (condition: Condition): boolean => {
      if (condition.type === 'ok') return results[condition.step] !== null
      if (condition.type === 'error') return errors[condition.step] !== null
      if (condition.type === 'not') return !holds(condition.cond)
      if (condition.type === 'and') return condition.conds.every(holds)
      if (condition.type === 'or') return condition.conds.some(holds)
      return !this.#db.inTransaction
    }
    for (const [place, { stmt, condition }] of steps.entries()) {
      if (condition && !holds(condition)) continue
      try {
        results[place] = await this.#execute(stmt)
      } catch (error) {
        errors[place] = failureOf(error)
      }
    }
    return { step_results: results, step_errors: errors }
  }

  /** Takes the turn to write for as long as the statement or its transaction lasts. */
  async #guarded<Result>(sql: string, work: () => Result): Promise<Result> {
    try {
      if (!reads.test(sql)) await this.#lock.take(this)
      return work()
    } finally {
      if (this.isClosed || !this.#db.inTransaction) this.#lock.leave(this)
    }
  }

  #run(sql: string, stmt: Stmt): StmtResult {
    const statement = this.#prepare(sql).safeIntegers(true)
    const before = this.#changes()
    if (!statement.reader) {
      const { lastInsertRowid } = statement.run(boundTo(stmt))
      const affected =
        this.#changes().total > before.total ? this.#changes().last : 0
      return {
        cols: [],
        rows: [],
        affected_row_count: affected,
        last_insert_rowid: String(lastInsertRowid),
      }
    }
    const cols = statement
      .columns()
      .map(({ name, type }) => ({ name, decltype: type }))
    // The driver's types know no raw mode: its rows are lists.
    const rows = statement.raw(true).all(boundTo(stmt)) as SqlValue[][]
    const after = this.#changes()
    return {
      cols,
      rows:
        stmt.want_rows === false ? [] : rows.map((row) => row.map(writeValue)),
      affected_row_count: after.total > before.total ? after.last : 0,
      last_insert_rowid: after.rowid,
    }
  }

  #changes(): { last: number; total: number; rowid: string } {
    const [row] = this.#db
      .prepare('select changes(), total_changes(), last_insert_rowid()')
      .raw(true)
      .all([]) as number[][]
    const [last = 0, total = 0, rowid = 0] = row ?? []
    return { last, total, rowid: String(rowid) }
  }

  #describe(sql: string) {
    const statement = this.#prepare(sql)
    const cols = statement.reader ? statement.columns() : []
    const names = sql.replace(/'[^']*'/g, '').match(/\?|[:@$]\w+/g) ?? []
    return {
      params: names.map((name) => ({ name: name === '?' ? null : name })),
      cols: cols.map(({ name, type }) => ({ name, decltype: type })),
      is_explain: /^\s*explain\b/i.test(sql),
      is_readonly: reads.test(sql),
    }
  }

  #prepare(sql: string) {
    try {
      return this.#db.prepare(sql)
    } catch (error) {
      const { message } = failureOf(error)
      throw new HranaError(
        message.replace('SQLite error', 'SQL input error'),
        'SQL_INPUT_ERROR',
      )
    }
  }

  #textOf({ sql, sql_id: id }: { sql?: string; sql_id?: number }): string {
    const text = sql ?? (id === undefined ? undefined : this.#texts.get(id))
    if (text === undefined)
      throw new HranaError(`SQL text ${id} is not stored`, 'SQL_NOT_FOUND')
    return text
  }
}

function boundTo({ args = [], named_args: named = [] }: Stmt) {
  if (named.length === 0) return args.map(readValue)
  return Object.fromEntries(
    named.map(({ name, value }) => [
      name.replace(/^[:@$]/, ''),
      readValue(value),
    ]),
  )
}

/** The codes of the real server are SQLite's base codes, without what extends them. */
export function failureOf(error: unknown): Failure {
  if (error instanceof HranaError)
    return { message: error.message, code: error.code }
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof Database.SqliteError ? error.code : ''
  const base = /^SQLITE_[A-Z]+/.exec(code)?.[0] ?? 'SQLITE_UNKNOWN'
  return {
    message: `SQLite error: ${message}`,
    code: base === 'SQLITE_ERROR' ? 'SQLITE_UNKNOWN' : base,
  }
}
