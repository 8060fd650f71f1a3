import type { Span, SpanStart } from '@/contracts/trace'

/**
 * Spans as one row of the event log holds them, unpacked. `started` names in
 * order what began: a start of its own, or the id of a span that has also ended
 * here.
 */
export type SpanBatch = { started: (SpanStart | string)[]; ended: Span[] }

export type SpanEvent =
  | { event: 'span.started'; data: SpanStart }
  | { event: 'span.ended'; data: Span }

/** The events of a batch, in the order of their ids. */
export function expand(batch: SpanBatch): SpanEvent[] {
  const ended = new Map(batch.ended.map((span) => [span.spanId, span]))
  const starts = batch.started.flatMap((start) => {
    if (typeof start !== 'string') return [start]
    const span = ended.get(start)
    return span ? [startOf(span)] : []
  })
  return [
    ...starts.map((data) => ({ event: 'span.started' as const, data })),
    ...batch.ended.map((data) => ({ event: 'span.ended' as const, data })),
  ]
}

/** What is known of a span when it begins. */
function startOf(span: SpanStart): SpanStart {
  const { traceId, spanId, parentSpanId, name, kind, service } = span
  const { startTimeUnixNano } = span
  return {
    traceId,
    spanId,
    parentSpanId,
    name,
    kind,
    service,
    startTimeUnixNano,
  }
}
