import type { Span } from '@/contracts/trace'
import { kindOf, statementOf } from './statement'
import { ancestorsOf, traceIndex, type TraceIndex } from './trace-index'

/** Statements that count together, or not at all. */
export type Transaction = {
  outcome: 'committed' | 'taken back' | 'not known'
  /** The COMMIT or ROLLBACK that decided it, where it was recorded. */
  decidedBy: Span | null
  /** When it was over, by the span around it. */
  endMs: number | null
}

const found = new WeakMap<TraceIndex, ReadonlyMap<string, Transaction>>()

/** The transaction of each statement that is in one, by the statement's id. */
export function transactionsOf(
  spans: readonly Span[],
): ReadonlyMap<string, Transaction> {
  const index = traceIndex(spans)
  const known = found.get(index)
  if (known) return known
  const members = new Map<string, Transaction>()
  const open = new Map<string, Transaction>()
  for (const { span } of index.rows) {
    const statement = statementOf(span)
    if (!statement) continue
    const kind = kindOf(statement)
    const parentId = span.parentSpanId ?? ''
    if (kind === 'begin') open.set(parentId, openOf(index, parentId))
    const transaction = findOpen(index, open, span)
    if (!transaction) continue
    members.set(span.spanId, transaction)
    // What failed decided nothing: a COMMIT that fails is rolled back later.
    if (span.status.code === 'error') continue
    if (kind !== 'commit' && kind !== 'rollback') continue
    transaction.outcome = kind === 'commit' ? 'committed' : 'taken back'
    transaction.decidedBy = span
    open.delete(parentId)
  }
  found.set(index, members)
  return members
}

/** Without a recorded end, the span around it still tells how it went. */
function openOf({ byId }: TraceIndex, parentId: string): Transaction {
  const around = byId.get(parentId)
  const outcome = !around
    ? 'not known'
    : around.span.status.code === 'error'
      ? 'taken back'
      : 'committed'
  return { outcome, decidedBy: null, endMs: around?.endMs ?? null }
}

function findOpen(
  index: TraceIndex,
  open: ReadonlyMap<string, Transaction>,
  span: Span,
): Transaction | undefined {
  if (open.size === 0) return undefined
  const direct = open.get(span.parentSpanId ?? '')
  if (direct) return direct
  for (const above of ancestorsOf(index, span)) {
    const around = open.get(above.span.parentSpanId ?? '')
    if (around) return around
  }
  return undefined
}
