import type { Span } from '@/contracts/trace'
import { placeOf } from '@/components/trace/place-of'
import { changesOf } from '@/components/trace/statement-rows'
import { transactionsOf } from '@/components/trace/transactions'

/** The span with which the backend opens its door to the guest's request. */
export function openingOf(spans: readonly Span[]): Span | undefined {
  return spans.find(
    (span) => span.kind === 'server' && span.service === 'plateful',
  )
}

/** The steps of that door, in the order of time. */
export function doorSteps(spans: readonly Span[]): Span[] {
  const opening = openingOf(spans)
  return spans
    .filter(
      ({ parentSpanId, kind }) =>
        opening !== undefined &&
        parentSpanId === opening.spanId &&
        kind === 'internal',
    )
    .sort((a, b) => Number(startOf(a) - startOf(b)))
}

/** The tables that the statements of a trace name, by the alphabet. */
export function tablesNamed(spans: readonly Span[]): string[] {
  const names = spans.flatMap(({ attributes, sql }) => {
    const named = attributes['db.collection.name']
    const changed = (sql?.changes ?? []).map(({ table }) => table)
    return typeof named === 'string' ? [named, ...changed] : changed
  })
  return [...new Set(names)].sort()
}

/** The tables in which something stayed: what was rolled back did not. */
export function tablesChanged(spans: readonly Span[]): Map<string, Span> {
  const transactions = transactionsOf(spans)
  const changed = new Map<string, Span>()
  for (const span of spans) {
    const transaction = transactions.get(span.spanId)
    if (transaction && transaction.outcome !== 'committed') continue
    for (const { table } of changesOf(span))
      if (!changed.has(table)) changed.set(table, span)
  }
  return changed
}

/** The tries to place the order, as the browser sent them or the door had them. */
export function triesOf(spans: readonly Span[]): Span[] {
  const isOrder = ({ name }: Span) => name === 'POST /api/orders'
  const sent = spans.filter(
    (span) => isOrder(span) && placeOf(span) === 'network',
  )
  const tries =
    sent.length > 0
      ? sent
      : spans.filter((span) => isOrder(span) && span.kind === 'server')
  return tries.sort((a, b) => Number(startOf(a) - startOf(b)))
}

export function durationMs(span: Span): number {
  return Number(BigInt(span.endTimeUnixNano) - startOf(span)) / 1e6
}

function startOf({ startTimeUnixNano }: Span): bigint {
  return BigInt(startTimeUnixNano)
}
