import type { Span } from '@/contracts/trace'
import { kindOf, statementOf } from './statement'
import { transactionsOf } from './transactions'

/** From when on others see what a statement changed. */
type Fate =
  | { kind: 'at once' }
  /** The COMMIT or ROLLBACK at which it is decided; null where it is missing. */
  | { kind: 'counts later'; at: Span | null }
  | { kind: 'taken back later'; at: Span | null }
  | { kind: 'not known' }
  /** The span decides: all that its transaction changed counts, or goes. */
  | { kind: 'commits' }
  | { kind: 'takes back' }

export function fateOf(spans: readonly Span[], span: Span): Fate {
  const statement = statementOf(span)
  const transaction = transactionsOf(spans).get(span.spanId)
  if (!transaction || !statement) return { kind: 'at once' }
  const { outcome, decidedBy: at } = transaction
  if (at === span) {
    const isCommit = kindOf(statement) === 'commit'
    return { kind: isCommit ? 'commits' : 'takes back' }
  }
  if (outcome === 'not known') return { kind: 'not known' }
  return {
    kind: outcome === 'committed' ? 'counts later' : 'taken back later',
    at,
  }
}

/** The statements whose changes a COMMIT or ROLLBACK decides, in time. */
export function decidedBy(spans: readonly Span[], span: Span): Span[] {
  const transactions = transactionsOf(spans)
  const transaction = transactions.get(span.spanId)
  if (!transaction) return []
  return spans.filter(({ spanId }) => transactions.get(spanId) === transaction)
}
