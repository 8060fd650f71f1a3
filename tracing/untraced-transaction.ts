import type { InStatement, InValue, Transaction } from '@libsql/client'
import type { Context } from '@opentelemetry/api'
import { reach } from './reach'
import { fullOf } from './row-notes'

/** A transaction that no trace shows, past the same faults and time limit. */
export async function untracedTransaction(
  { from, isThrowAway }: { from: Context; isThrowAway: boolean },
  begin: () => Promise<Transaction>,
): Promise<Transaction> {
  const begun = await reach(
    { from, sql: 'BEGIN', isThrowAway },
    async (isLate) => {
      const open = await begin()
      if (isLate()) open.close()
      return open
    },
  )
  return {
    get closed() {
      return begun.closed
    },
    execute(statement: InStatement | string, args?: InValue[]) {
      const full = fullOf(statement, args)
      const within = { isPartOfMore: true, isWithin: true }
      return reach({ from, sql: full.sql, isThrowAway, ...within }, () =>
        begun.execute(full),
      )
    },
    batch: (statements) => begun.batch(statements),
    executeMultiple: (text) => begun.executeMultiple(text),
    commit: () => begun.commit(),
    rollback: () => begun.rollback(),
    close: () => begun.close(),
  }
}
