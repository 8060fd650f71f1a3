import type {
  Client,
  InArgs,
  InStatement,
  ResultSet,
  Transaction,
  TransactionMode,
} from '@libsql/client'
import { LibsqlError } from '@libsql/client'
import { setTimeout as sleep } from 'node:timers/promises'
import { isBusy, isStorageFull } from './database-errors'
import { FileConnection } from './file-connection'
import { HeldTransaction } from './held-transaction'
import { LogSync } from './log-sync'
import { isChanging, kindOf, type Kind } from './statement-kind'
import { fullStatement, type Statement } from './statement-values'
import type { Note, PrivateNotes } from './private-notes'
import { WriteQueue } from './write-queue'

/** So many changes that nobody asked about may leave their notes behind. */
const mostUnread = 8
/** So long another process may hold the database before a job gives up. */
const busyForMs = 5_000

/**
 * A libSQL client for a database file, safe to share by a whole process.
 *
 * Here one job runs at a time (docs/decisions/0001). A database that another
 * process holds is met by another try soon after, without blocking the event
 * loop or those who only read. A commit is on the disk before it is answered,
 * except on relaxed tables: their log is synced aside (docs/decisions/0017).
 */
export class EmbeddedClient implements Client {
  readonly protocol = 'file'
  readonly #connection: FileConnection
  readonly #queue: WriteQueue
  readonly #log: LogSync
  /** Whether the file is known to keep a log. */
  #hasLog = false
  /** A sync failed: the log may lack what it is thought to hold. */
  #isLogInDoubt = false
  #unread = 0

  constructor(path: string, queueLength: number) {
    this.#connection = new FileConnection(path)
    this.#queue = new WriteQueue(queueLength)
    this.#log = new LogSync(path)
  }

  get closed() {
    return this.#connection.isClosed
  }

  execute(statement: InStatement | string, args?: InArgs) {
    const full =
      typeof statement === 'string' ? { sql: statement, args } : statement
    return this.#job(kindOf(full.sql), () => this.#run(full))
  }

  /** A statement that changes rows, and a note of each that is the sandbox's. */
  executeNoted(
    { sql, args }: { sql: string; args?: InArgs },
    sandboxId: string | null,
  ): Promise<{ result: ResultSet; notes: Note[] }> {
    return this.#job(kindOf(sql), () => {
      const notes = this.#startNotes()
      const result = this.#connection.executeAlone(sql, args)
      return { result, notes: notes.take(sandboxId)[0] ?? [] }
    })
  }

  batch(statements: Statement[], mode: TransactionMode = 'write') {
    const [first = ''] = statements
    return this.#job(kindOf(fullStatement(first).sql), () => {
      this.#forgetNotes()
      return this.#connection.batch(statements, mode)
    })
  }

  migrate(statements: InStatement[]) {
    return this.#job('kept', () => {
      this.#connection.exec('PRAGMA foreign_keys=off')
      try {
        return this.#connection.batch(statements, 'deferred')
      } finally {
        this.#connection.exec('PRAGMA foreign_keys=on')
      }
    })
  }

  executeMultiple(text: string) {
    return this.#job('kept', () => {
      try {
        this.#connection.executeMultiple(text)
      } finally {
        this.#connection.rollBack()
      }
    })
  }

  /** Resolves when all that could be read here so far is on the disk. */
  get durable(): Promise<void> | null {
    return this.#log.underWay
  }

  /** Whether a job waits at this moment for another process to let go. */
  get isHeldElsewhere(): boolean {
    return this.#queue.isPaused
  }

  /** Holds the queue until the transaction is committed, rolled back, closed. */
  transaction(mode: TransactionMode = 'write'): Promise<Transaction> {
    return this.#transaction(mode, () => this.#forgetNotes())
  }

  /** As `transaction`, with notes of the rows that it changes. */
  transactionNoted(mode: TransactionMode = 'write'): Promise<HeldTransaction> {
    return this.#transaction(mode, () => this.#startNotes())
  }

  async sync(): Promise<undefined> {
    throw new LibsqlError('Nothing to sync with', 'SYNC_NOT_SUPPORTED')
  }
  async reconnect() {
    this.#hasLog = false
    this.#connection.reopen()
    this.#log.forget()
  }
  close() {
    this.#connection.close()
    this.#log.forget()
  }

  async #transaction(
    mode: TransactionMode,
    prepare: () => void,
  ): Promise<HeldTransaction> {
    const giveUpAt = performance.now() + busyForMs
    const leave = await this.#queue.enter()
    try {
      await this.#try('kept', giveUpAt, () => {
        prepare()
        this.#connection.begin(mode)
      })
      const sync = this.#hasLog ? () => this.#sync() : null
      return new HeldTransaction(this.#connection, leave, sync)
    } catch (error) {
      leave()
      throw error
    }
  }

  /** It begins before it runs: a file that is held stops it before, not midway. */
  #run({ sql, args }: { sql: string; args?: InArgs }): ResultSet {
    if (!isChanging(sql)) return this.#connection.execute(sql, args)
    this.#forgetNotes()
    return this.#connection.executeAlone(sql, args)
  }

  #startNotes(): PrivateNotes {
    const { notes } = this.#connection
    if (this.#unread > 0) notes.clear()
    this.#unread = 0
    return notes
  }

  /** Changes that no trace shows are noted all the same, once any was. */
  #forgetNotes(): void {
    if (!this.#connection.hasNotes) return
    this.#unread += 1
    if (this.#unread > mostUnread) this.#startNotes()
  }

  async #job<Result>(kind: Kind, work: () => Result): Promise<Result> {
    const giveUpAt = performance.now() + busyForMs
    const way = kind === 'read' ? 'enterToRead' : 'enter'
    const leave = await this.#queue[way]()
    if (!leave) return this.#readMeanwhile(work)
    try {
      const result = await this.#try(kind, giveUpAt, work)
      const isLogged = this.#hasLog
      leave()
      if (isLogged && kind === 'kept') await this.#sync()
      return result
    } finally {
      leave()
    }
  }

  /** Reads while the job whose turn it is waits for another process. */
  async #readMeanwhile<Result>(work: () => Result): Promise<Result> {
    try {
      return work()
    } catch (error) {
      if (!isBusy(error)) throw error
      return this.#job('relaxed', work)
    }
  }

  async #try<Result>(
    kind: Kind,
    giveUpAt: number,
    work: () => Result,
  ): Promise<Result> {
    for (;;) {
      try {
        this.#prepareLog()
        if (this.#isLogInDoubt && kind !== 'read') this.#emptyLog()
        return work()
      } catch (error) {
        // Both leave the connection behind in a state nobody can use.
        if (this.#connection.isSpoiled || isStorageFull(error))
          await this.reconnect()
        if (!isBusy(error) || performance.now() > giveUpAt) throw error
        await this.#queue.pause(sleep(1 + Math.random() * 9))
      }
    }
  }

  /** Without a log (a file that is new) SQLite itself syncs each commit. */
  #prepareLog(): void {
    if (this.#hasLog) return
    const { rows } = this.#connection.execute('PRAGMA journal_mode')
    this.#hasLog = rows[0]?.['journal_mode'] === 'wal'
    const level = this.#hasLog ? 'NORMAL' : 'FULL'
    this.#connection.exec(`PRAGMA synchronous=${level}`)
  }

  async #sync(): Promise<void> {
    try {
      await this.#log.run()
    } catch (error) {
      this.#isLogInDoubt = true
      throw error
    }
  }

  /**
   * After a sync that failed the system takes what it could not write for
   * written. Moving everything into the database itself, which SQLite syncs,
   * is another way to the disk; until that works, nothing more is written.
   */
  #emptyLog(): void {
    const sql = 'PRAGMA wal_checkpoint(TRUNCATE)'
    const { rows } = this.#connection.execute(sql)
    if (rows[0]?.['busy'] !== 0)
      throw new LibsqlError('database is locked', 'SQLITE_BUSY')
    this.#isLogInDoubt = false
  }
}
