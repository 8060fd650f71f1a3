import type {
  Client,
  InArgs,
  InStatement,
  InValue,
  ResultSet,
  Transaction,
  TransactionMode,
} from '@libsql/client'
import { LibsqlError } from '@libsql/client'
import { setTimeout as sleep } from 'node:timers/promises'
import { isBusy, isStorageFull } from './database-errors'
import { FileConnection } from './file-connection'
import { fullStatement, type Statement } from './statement-values'
import { WriteQueue } from './write-queue'

/**
 * What may be lost when the power goes: counts, spans, and the note that a
 * message was delivered. It is then sent again, and the kitchen knows its id.
 */
const relaxed =
  /^\s*((insert into|update|delete from)\s+"?(rate_limits|arrivals|traces)|update\s+"?outbox)\b/i

/** Notes of changed rows are taken out around a statement, and are none. */
const ofNotes = /^\s*delete from\s+"?row_changes\b/i

/** So long another process may hold the database before a job gives up. */
const busyForMs = 5_000

/**
 * A libSQL client for a database file, safe to share by a whole process.
 *
 * The stock client loses transactions as soon as two overlap, and one
 * SQLITE_BUSY spoils its connection for good (libsql-client-ts #288, #350,
 * #352). Here one job runs at a time; a database that another process holds is
 * met by a fresh connection and another try a few milliseconds later, without
 * blocking the event loop. A commit is on disk before it is answered (WAL with
 * synchronous=FULL), except on the relaxed tables.
 */
export class EmbeddedClient implements Client {
  readonly protocol = 'file'
  readonly #connection: FileConnection
  readonly #queue: WriteQueue
  #synchronous: 'FULL' | 'NORMAL' | null = null

  constructor(path: string, queueLength: number) {
    this.#connection = new FileConnection(path)
    this.#queue = new WriteQueue(queueLength)
  }

  get closed() {
    return this.#connection.isClosed
  }

  execute(statement: InStatement | string, args?: InArgs) {
    const full =
      typeof statement === 'string' ? { sql: statement, args } : statement
    return this.#job(full.sql, () =>
      this.#connection.execute(full.sql, full.args),
    )
  }

  batch(statements: Statement[], mode: TransactionMode = 'write') {
    const texts = statements.map((statement) => fullStatement(statement).sql)
    const first = texts.find((sql) => !ofNotes.test(sql)) ?? ''
    return this.#job(first, () => this.#connection.batch(statements, mode))
  }

  migrate(statements: InStatement[]) {
    return this.#job('', () => {
      this.#connection.exec('PRAGMA foreign_keys=off')
      try {
        return this.#connection.batch(statements, 'deferred')
      } finally {
        this.#connection.exec('PRAGMA foreign_keys=on')
      }
    })
  }

  executeMultiple(text: string) {
    return this.#job('', () => {
      try {
        this.#connection.executeMultiple(text)
      } finally {
        this.#connection.rollBack()
      }
    })
  }

  /** Holds the queue until the transaction is committed, rolled back, closed. */
  async transaction(mode: TransactionMode = 'write'): Promise<Transaction> {
    const leave = await this.#queue.enter()
    try {
      await this.#try('', () => this.#connection.begin(mode))
      return new HeldTransaction(this.#connection, leave)
    } catch (error) {
      leave()
      throw error
    }
  }

  async sync(): Promise<undefined> {
    throw new LibsqlError(
      'A file has nothing to sync with',
      'SYNC_NOT_SUPPORTED',
    )
  }
  async reconnect() {
    this.#synchronous = null
    this.#connection.reopen()
  }
  close() {
    this.#connection.close()
  }

  async #job<Result>(sql: string, work: () => Result): Promise<Result> {
    const leave = await this.#queue.enter()
    try {
      return await this.#try(sql, work)
    } finally {
      leave()
    }
  }

  async #try<Result>(sql: string, work: () => Result): Promise<Result> {
    const giveUpAt = performance.now() + busyForMs
    for (;;) {
      try {
        this.#setSynchronous(relaxed.test(sql) ? 'NORMAL' : 'FULL')
        return work()
      } catch (error) {
        // Both leave the connection behind in a state nobody can use.
        if (isBusy(error) || isStorageFull(error)) await this.reconnect()
        if (!isBusy(error) || performance.now() > giveUpAt) throw error
        await sleep(1 + Math.random() * 9)
      }
    }
  }

  #setSynchronous(level: 'FULL' | 'NORMAL'): void {
    if (this.#synchronous === level) return
    this.#connection.exec(`PRAGMA synchronous=${level}`)
    this.#synchronous = level
  }
}

/** A transaction that gives the queue back as soon as it is over. */
class HeldTransaction implements Transaction {
  readonly #connection: FileConnection
  readonly #leave: () => void
  #isOver = false

  constructor(connection: FileConnection, leave: () => void) {
    this.#connection = connection
    this.#leave = leave
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
  async commit() {
    try {
      this.#use().exec('COMMIT')
    } finally {
      this.close()
    }
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
