import type { Span } from '@/contracts/trace'
import { changedTables, type ChangedTable } from './row-changes'
import { inTime } from './span-rows'
import { changesOf } from './statement-rows'
import { descendantsOf, traceIndex } from './trace-index'
import { transactionsOf } from './transactions'

type Kept = {
  tables: ChangedTable[]
  /** When the last of it was decided. */
  sinceMs: number
}

/** What the database kept of the work below a span; null where nothing. */
export function keptWithin(spans: readonly Span[], span: Span): Kept | null {
  const index = traceIndex(spans)
  const transactions = transactionsOf(spans)
  const writing = descendantsOf(index, span).filter((row) => {
    const transaction = transactions.get(row.span.spanId)
    if (changesOf(row.span).length === 0) return false
    return !transaction || transaction.outcome === 'committed'
  })
  const kept = inTime(writing)
  if (kept.length === 0) return null
  const ends = kept.map((row) => {
    const decision = transactions.get(row.span.spanId)?.decidedBy
    return index.byId.get(decision?.spanId ?? '')?.endMs ?? row.endMs ?? 0
  })
  const changes = kept.flatMap((row) => [...changesOf(row.span)])
  return { tables: changedTables(changes), sinceMs: Math.max(...ends) }
}
