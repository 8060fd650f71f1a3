import {
  LibsqlBatchError,
  LibsqlError,
  type InArgs,
  type ResultSet,
  type TransactionMode,
} from '@libsql/client'
import NativeDatabase from 'libsql'
import { isBusy, isStorageFull } from './database-errors'
import { PrivateNotes } from './private-notes'
import { PreparedStatements } from './prepared-statements'
import { fullStatement, type Statement } from './statement-values'

type Native = InstanceType<typeof NativeDatabase>

const begins: Record<TransactionMode, string> = {
  write: 'BEGIN IMMEDIATE',
  read: 'BEGIN TRANSACTION READONLY',
  deferred: 'BEGIN DEFERRED',
}

/**
 * One connection to a database file, by libSQL's native driver, which works on
 * the spot and returns when it is done. It keeps what it has prepared: that is
 * most of the work of a short statement (docs/decisions/0014). Values, rows and
 * errors are those of `@libsql/client`, to the letter.
 */
export class FileConnection {
  readonly #path: string
  #database: Native | null = null
  #statements: PreparedStatements | null = null
  #notes: PrivateNotes | null = null
  #isSpoiled = false

  constructor(path: string) {
    this.#path = path
    this.reopen()
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

  /** Notes of the rows that change here, from the first time on. */
  get notes(): PrivateNotes {
    return (this.#notes ??= new PrivateNotes(this))
  }

  get hasNotes(): boolean {
    return this.#notes !== null
  }

  /** A statement ended half-way: nothing can be committed here any more. */
  get isSpoiled(): boolean {
    return this.#isSpoiled
  }

  execute(sql: string, args?: InArgs): ResultSet {
    if (!this.#statements) throw closedError()
    try {
      return this.#statements.run(sql, args)
    } catch (error) {
      const known = libsqlError(error)
      if (isBusy(known) || isStorageFull(known)) this.#isSpoiled = true
      throw known
    }
  }

  /** A statement in a transaction of its own, which begins before it runs. */
  executeAlone(sql: string, args?: InArgs): ResultSet {
    this.begin('write')
    try {
      const result = this.execute(sql, args)
      this.exec('COMMIT')
      return result
    } finally {
      this.rollBack()
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
    this.#statements?.clear()
    this.exec(text)
  }

  /** Runs a text as it is: nothing of it is kept, no rows come back. */
  exec(text: string): void {
    if (!this.#database) throw closedError()
    try {
      this.#database.exec(text)
    } catch (error) {
      throw libsqlError(error)
    }
  }

  reopen(): void {
    this.close()
    this.#database = open(this.#path)
    this.#statements = new PreparedStatements(this.#database)
  }

  close(): void {
    this.#database?.close()
    this.#database = null
    // A statement would go on working on a connection that is closed.
    this.#statements = null
    this.#notes = null
    this.#isSpoiled = false
  }
}

function closedError(): LibsqlError {
  return new LibsqlError('The client is closed', 'CLIENT_CLOSED')
}

function open(path: string): Native {
  // Never waits for another process by itself: that would hold up the loop.
  return new NativeDatabase(path, { timeout: 0 })
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
