import {
  LibsqlError,
  type InStatement,
  type InValue,
  type ResultSet,
  type Transaction,
} from '@libsql/client'
import type { FileConnection } from './file-connection'
import type { Note } from './private-notes'

/** A transaction that gives the queue back as soon as it is over. */
export class HeldTransaction implements Transaction {
  readonly #connection: FileConnection
  readonly #leave: () => void
  readonly #sync: (() => Promise<void>) | null
  #isOver = false
  #isUnnoted = false

  constructor(
    connection: FileConnection,
    leave: () => void,
    sync: (() => Promise<void>) | null,
  ) {
    this.#connection = connection
    this.#leave = leave
    this.#sync = sync
  }

  get closed() {
    return this.#isOver || !this.#connection.isInTransaction
  }
  async execute(statement: InStatement | string, args?: InValue[]) {
    const full =
      typeof statement === 'string' ? { sql: statement, args } : statement
    return this.#use().execute(full.sql, full.args)
  }
  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    return this.#use().executeAll(statements)
  }
  async executeMultiple(text: string) {
    this.#use().executeMultiple(text)
  }
  /** For one begun by `transactionNoted`: the statement that ran is over. */
  markNotes(): void {
    this.#note(() => this.#connection.notes.mark())
  }
  /** The notes of a sandbox's rows so far, those of each statement apart. */
  takeNotes(sandboxId: string | null): Note[][] {
    return this.#note(() => this.#connection.notes.take(sandboxId)) ?? []
  }

  /** Nothing that only a trace wants may end a transaction. */
  #note<Result>(work: () => Result): Result | undefined {
    if (this.#isUnnoted || this.closed) return undefined
    try {
      return work()
    } catch {
      this.#isUnnoted = true
      return undefined
    }
  }

  /** Others may go on as soon as it is written; who waits here, when synced. */
  async commit() {
    try {
      this.#use().exec('COMMIT')
    } finally {
      this.close()
    }
    await this.#sync?.()
  }
  async rollback() {
    this.close()
  }
  close() {
    if (this.#isOver) return
    this.#isOver = true
    try {
      this.#connection.rollBack()
    } finally {
      this.#leave()
    }
  }

  #use(): FileConnection {
    if (this.closed)
      throw new LibsqlError('The transaction is closed', 'TRANSACTION_CLOSED')
    return this.#connection
  }
}
