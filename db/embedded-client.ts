import type {
  Client,
  InArgs,
  InStatement,
  InValue,
  Transaction,
  TransactionMode,
} from '@libsql/client'
import { setTimeout as sleep } from 'node:timers/promises'
import { isBusy, isStorageFull } from './database-errors'
import { WriteQueue } from './write-queue'

type Statement = InStatement | [string, InArgs?]

/**
 * What may be lost when the power goes: counts, spans, and the note that a
 * message was delivered. It is then sent again, and the kitchen knows its id.
 */
const relaxed =
  /^\s*((insert into|update|delete from)\s+"?(rate_limits|arrivals|traces)|update\s+"?outbox)\b/i

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
  readonly #client: Client
  readonly #queue: WriteQueue
  #synchronous: 'FULL' | 'NORMAL' | null = null

  constructor(client: Client, queueLength: number) {
    this.#client = client
    this.#queue = new WriteQueue(queueLength)
  }

  get closed() {
    return this.#client.closed
  }
  get protocol() {
    return this.#client.protocol
  }

  execute(statement: InStatement | string, args?: InArgs) {
    return this.#job(sqlOf(statement), () =>
      typeof statement === 'string'
        ? this.#client.execute(statement, args)
        : this.#client.execute(statement),
    )
  }

  batch(statements: Statement[], mode?: TransactionMode) {
    return this.#job(sqlOf(statements[0]), () =>
      this.#client.batch(statements, mode ?? 'write'),
    )
  }

  migrate(statements: InStatement[]) {
    return this.#job('', () => this.#client.migrate(statements))
  }

  executeMultiple(text: string) {
    return this.#job('', () => this.#client.executeMultiple(text))
  }

  /** Holds the queue until the transaction is committed, rolled back, closed. */
  async transaction(mode: TransactionMode = 'write'): Promise<Transaction> {
    const leave = await this.#queue.enter()
    try {
      const begun = await this.#try('', () => this.#client.transaction(mode))
      return new HeldTransaction(begun, leave)
    } catch (error) {
      leave()
      throw error
    }
  }

  sync() {
    return this.#client.sync()
  }
  async reconnect() {
    this.#synchronous = null
    await this.#client.reconnect()
  }
  close() {
    this.#client.close()
  }

  #job<Result>(sql: string, work: () => Promise<Result>): Promise<Result> {
    return this.#queue.run(() => this.#try(sql, work))
  }

  async #try<Result>(
    sql: string,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const giveUpAt = performance.now() + busyForMs
    for (;;) {
      try {
        await this.#setSynchronous(relaxed.test(sql) ? 'NORMAL' : 'FULL')
        return await work()
      } catch (error) {
        // Both leave the connection behind in a state nobody can use.
        if (isBusy(error) || isStorageFull(error)) await this.reconnect()
        if (!isBusy(error) || performance.now() > giveUpAt) throw error
        await sleep(1 + Math.random() * 9)
      }
    }
  }

  async #setSynchronous(level: 'FULL' | 'NORMAL'): Promise<void> {
    if (this.#synchronous === level) return
    await this.#client.execute(`PRAGMA synchronous=${level}`)
    this.#synchronous = level
  }
}

/** A transaction that gives the queue back as soon as it is over. */
class HeldTransaction implements Transaction {
  readonly #transaction: Transaction
  readonly #leave: () => void

  constructor(transaction: Transaction, leave: () => void) {
    this.#transaction = transaction
    this.#leave = leave
  }

  get closed() {
    return this.#transaction.closed
  }
  execute(statement: InStatement | string, args?: InValue[]) {
    return typeof statement === 'string'
      ? this.#transaction.execute({ sql: statement, args: args ?? [] })
      : this.#transaction.execute(statement)
  }
  batch(statements: InStatement[]) {
    return this.#transaction.batch(statements)
  }
  executeMultiple(text: string) {
    return this.#transaction.executeMultiple(text)
  }
  async commit() {
    try {
      await this.#transaction.commit()
    } finally {
      this.close()
    }
  }
  async rollback() {
    try {
      // When the disk is full, SQLite has done it by itself already.
      if (!this.#transaction.closed) await this.#transaction.rollback()
    } finally {
      this.close()
    }
  }
  close() {
    this.#transaction.close()
    this.#leave()
  }
}

function sqlOf(statement: Statement | string | undefined): string {
  if (statement === undefined) return ''
  if (typeof statement === 'string') return statement
  return Array.isArray(statement) ? statement[0] : statement.sql
}
