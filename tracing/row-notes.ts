import type {
  Client,
  InArgs,
  InStatement,
  ResultSet,
  Transaction,
  TransactionMode,
} from '@libsql/client'
import type { EmbeddedClient } from '@/db/embedded-client'
import type { Note } from '@/db/private-notes'
import { inRoundTrips } from '@/db/round-trips'
import { clearRowChanges, recorded, takeRowChanges } from '@/db/row-changes'

export type Statement = { sql: string; args: InArgs }
export type Ran = { result: ResultSet; notes?: Note[] }

export function fullOf(
  statement: InStatement | string,
  args?: InArgs,
): Statement {
  return typeof statement === 'string'
    ? { sql: statement, args: args ?? [] }
    : { sql: statement.sql, args: statement.args ?? [] }
}

/** What ran without any notes. */
export async function plain(work: Promise<ResultSet>): Promise<Ran> {
  return { result: await work }
}

/** Runs changing statements, and tells by notes which rows they changed. */
export type RowNotes = {
  /** Whether each answer takes a round trip. */
  isRemote: boolean
  run: (statement: Statement, sandboxId: string | null) => Promise<Ran>
  /** A statement that no trace shows. */
  runUnread: (statement: Statement) => Promise<ResultSet>
  begin: (mode: TransactionMode) => Promise<NotedTransaction>
  beginUnread: (mode: TransactionMode) => Promise<Transaction>
}

export type NotedTransaction = {
  transaction: Transaction
  run: (statement: Statement, sandboxId: string | null) => Promise<Ran>
  /** The notes of each statement that came without; before the transaction ends. */
  take: (sandboxId: string | null) => Note[][]
}

/** A database file is noted by its own connection, a remote one by triggers. */
export function rowNotes(client: Client): RowNotes {
  // By its property: every bundle has its own copy of the class.
  return 'executeNoted' in client
    ? privateNotes(client as EmbeddedClient)
    : new RemoteNotes(client)
}

/** Runs everything and notes nothing: nobody would read it. */
export function unnoted(client: Client): RowNotes {
  const isRemote = client.protocol !== 'file'
  const begin = async (mode: TransactionMode) => {
    const transaction = await client.transaction(mode)
    return isRemote ? inRoundTrips(transaction) : transaction
  }
  return {
    isRemote,
    run: (statement) => plain(client.execute(statement)),
    runUnread: (statement) => client.execute(statement),
    beginUnread: begin,
    async begin(mode) {
      const transaction = await begin(mode)
      return {
        transaction,
        run: (statement) => plain(transaction.execute(statement)),
        take: () => [],
      }
    },
  }
}

function privateNotes(client: EmbeddedClient): RowNotes {
  return {
    isRemote: false,
    run: (statement, sandboxId) => client.executeNoted(statement, sandboxId),
    runUnread: (statement) => client.execute(statement),
    beginUnread: (mode) => client.transaction(mode),
    async begin(mode) {
      const transaction = await client.transactionNoted(mode)
      return {
        transaction,
        async run(statement) {
          try {
            return { result: await transaction.execute(statement) }
          } finally {
            transaction.markNotes()
          }
        },
        take: (sandboxId) => transaction.takeNotes(sandboxId),
      }
    },
  }
}

/** So many statements of no trace may leave their notes for the next to clear. */
const mostUnread = 64

/**
 * Takes out the rows that a statement changed as the triggers of db/row-changes
 * noted them: in the same transaction, and one round trip. What others left
 * there is cleared first, so nobody sees it.
 */
class RemoteNotes implements RowNotes {
  readonly isRemote = true
  readonly #client: Client
  #unread = 0

  constructor(client: Client) {
    this.#client = client
  }

  async run(statement: Statement, sandboxId: string | null): Promise<Ran> {
    const statements = [clearRowChanges, statement, takeRowChanges]
    return ranOf(await this.#client.batch(statements, 'write'), sandboxId)
  }

  /** Clears now and then. */
  async runUnread(statement: Statement): Promise<ResultSet> {
    this.#unread += 1
    if (this.#unread < mostUnread) return this.#client.execute(statement)

    this.#unread = 0
    const statements = [statement, clearRowChanges]
    const [result] = await this.#client.batch(statements, 'write')
    if (!result) throw new Error('The database left out a result')
    return result
  }

  async begin(mode: TransactionMode): Promise<NotedTransaction> {
    const transaction = inRoundTrips(await this.#client.transaction(mode))
    let first = [clearRowChanges]
    return {
      transaction,
      async run(statement, sandboxId) {
        const statements = [...first, statement, takeRowChanges]
        first = []
        return ranOf(await transaction.batch(statements), sandboxId)
      },
      take: () => [],
    }
  }

  /** Leaves no notes behind. */
  async beginUnread(mode: TransactionMode): Promise<Transaction> {
    const transaction = inRoundTrips(await this.#client.transaction(mode))
    const commit = transaction.commit.bind(transaction)
    transaction.commit = async () => {
      await transaction.execute(clearRowChanges)
      return commit()
    }
    return transaction
  }
}

function ranOf(results: ResultSet[], sandboxId: string | null): Ran {
  const [result, noted] = results.slice(-2)
  if (!result || !noted) throw new Error('The database left out a result')
  const notes = noted.rows
    .map((row) => ({
      id: Number(row['id']),
      table: String(row['table_name']),
      before: textOrNull(row['before']),
      after: textOrNull(row['after']),
    }))
    .sort((a, b) => a.id - b.id)
    .filter(({ table, before, after }) =>
      isOwn(table, after ?? before, sandboxId),
    )
    .map(
      ({ table, before, after }): Note =>
        `[${JSON.stringify(table)},${before},${after}]`,
    )
  return { result, notes }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** A row of the visitor's own, or one that belongs to nobody. */
function isOwn(
  table: string,
  row: string | null,
  sandboxId: string | null,
): boolean {
  const { columns = [], sandbox } = recorded.get(table) ?? {}
  if (sandbox === undefined || sandboxId === null || row === null) return true
  // Written by the triggers of db/row-changes, and by nobody else.
  const values = JSON.parse(row) as unknown[]
  return values[columns.indexOf(sandbox)] === sandboxId
}
