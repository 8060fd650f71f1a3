import type {
  Client,
  InArgs,
  InStatement,
  ResultSet,
  Transaction,
} from '@libsql/client'
import { clearRowChanges, takeRowChanges } from '@/db/row-changes'

export type Statement = { sql: string; args: InArgs }

/** A row as the database noted it: JSON of it before and after. */
export type NotedChange = {
  table: string
  before: string | null
  after: string | null
}
export type Ran = { result: ResultSet; changes?: NotedChange[] }

/** So many statements of no trace may leave their notes for the next to clear. */
const mostUnread = 64

/**
 * Runs statements and takes out the rows that they changed, as the triggers of
 * db/row-changes noted them: in the same transaction, and one round trip. What
 * others left there is cleared first, so nobody sees it.
 */
export class RowNotes {
  readonly #client: Client
  #unread = 0

  constructor(client: Client) {
    this.#client = client
  }

  async run(statement: Statement): Promise<Ran> {
    const statements = [clearRowChanges, statement, takeRowChanges]
    return ranOf(await this.#client.batch(statements, 'write'))
  }

  /** Runs a statement that no trace shows, and clears now and then. */
  async runUnread(statement: Statement): Promise<ResultSet> {
    this.#unread += 1
    if (this.#unread < mostUnread) return this.#client.execute(statement)

    this.#unread = 0
    const statements = [statement, clearRowChanges]
    const [result] = await this.#client.batch(statements, 'write')
    if (!result) throw new Error('The database left out a result')
    return result
  }

  /** For the statements of one transaction, of which the first clears. */
  within(transaction: Transaction): { run: (one: Statement) => Promise<Ran> } {
    let first: InStatement[] = [clearRowChanges]
    return {
      async run(statement) {
        const statements = [...first, statement, takeRowChanges]
        first = []
        return ranOf(await transaction.batch(statements))
      },
    }
  }
}

function ranOf(results: ResultSet[]): Ran {
  const [result, noted] = results.slice(-2)
  if (!result || !noted) throw new Error('The database left out a result')
  const changes = noted.rows
    .map((row) => ({
      id: Number(row['id']),
      table: String(row['table_name']),
      before: textOrNull(row['before']),
      after: textOrNull(row['after']),
    }))
    .sort((a, b) => a.id - b.id)
  return { result, changes }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** A transaction that no trace shows, and that leaves no notes behind. */
export function clearingTransaction(transaction: Transaction): Transaction {
  const commit = transaction.commit.bind(transaction)
  transaction.commit = async () => {
    await transaction.execute(clearRowChanges)
    return commit()
  }
  return transaction
}
