import type {
  InStatement,
  InValue,
  Transaction,
  TransactionMode,
} from '@libsql/client'
import type { Context } from '@opentelemetry/api'
import { reach } from './reach'
import { fullOf, type RowNotes } from './row-notes'
import { turnsIn } from './turns'
import { visitOf } from './visit'

type Opening = {
  notes: RowNotes
  from: Context
  mode: TransactionMode
  isThrowAway: boolean
}

/** A transaction that no trace shows, past the same faults and time limit. */
export async function untracedTransaction({
  notes,
  from,
  mode,
  isThrowAway,
}: Opening): Promise<Transaction> {
  const begun = await reach(
    { from, sql: 'BEGIN', isThrowAway },
    async (isLate) => {
      const open = await notes.beginUnread(mode)
      if (isLate()) open.close()
      return open
    },
  )
  const inTurn = turnsIn(notes, visitOf(from))
  return {
    get closed() {
      return begun.closed
    },
    execute(statement: InStatement | string, args?: InValue[]) {
      const full = fullOf(statement, args)
      const within = { isPartOfMore: true, isWithin: true }
      const way = { from, sql: full.sql, isThrowAway, ...within }
      return inTurn(() => reach(way, () => begun.execute(full)))
    },
    batch: (statements) => begun.batch(statements),
    executeMultiple: (text) => begun.executeMultiple(text),
    commit: () => begun.commit(),
    rollback: () => begun.rollback(),
    close: () => begun.close(),
  }
}
