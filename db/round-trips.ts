import {
  LibsqlBatchError,
  LibsqlError,
  type InStatement,
  type ResultSet,
  type Transaction,
} from '@libsql/client'
import { setImmediate as nextTurn } from 'node:timers/promises'

type Part = {
  statements: InStatement[]
  resolve: (results: ResultSet[]) => void
  reject: (error: unknown) => void
}

/**
 * A transaction in a remote database that sends what is asked for in one turn
 * of the event loop in one round trip, in its order: none of it can wait for
 * another's answer. Where a statement fails, those behind it do not run, and
 * what those before it gave is lost with the round trip.
 */
export function inRoundTrips(transaction: Transaction): Transaction {
  let waiting: Part[] = []

  function send(statements: InStatement[]): Promise<ResultSet[]> {
    if (waiting.length === 0) void depart()
    return new Promise((resolve, reject) =>
      waiting.push({ statements, resolve, reject }),
    )
  }

  async function depart(): Promise<void> {
    await nextTurn()
    const parts = waiting
    waiting = []
    try {
      const all = parts.flatMap(({ statements }) => statements)
      const results = await transaction.batch(all)
      for (const { statements, resolve } of parts)
        resolve(results.splice(0, statements.length))
    } catch (error) {
      rejectAll(parts, error)
    }
  }

  return {
    get closed() {
      return transaction.closed
    },
    batch: send,
    async execute(statement: InStatement): Promise<ResultSet> {
      const [result] = await send([statement])
      if (!result) throw new Error('The database left out a result')
      return result
    },
    executeMultiple: (text) => transaction.executeMultiple(text),
    commit: () => transaction.commit(),
    rollback: () => transaction.rollback(),
    close: () => transaction.close(),
  }
}

/** The one that failed comes first: whoever waits for all hears of that. */
function rejectAll(parts: Part[], error: unknown): void {
  const failed = partOf(parts, error)
  failed?.reject(error)
  for (const part of parts)
    if (part !== failed) part.reject(failed ? abandoned() : error)
}

function partOf(parts: Part[], error: unknown): Part | undefined {
  if (!(error instanceof LibsqlBatchError)) return undefined
  let behind = 0
  return parts.find(
    ({ statements }) => error.statementIndex < (behind += statements.length),
  )
}

function abandoned(): LibsqlError {
  return new LibsqlError(
    'Another statement of the same round trip failed',
    'BATCH_ABANDONED',
  )
}
