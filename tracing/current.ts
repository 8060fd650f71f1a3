import { context, ROOT_CONTEXT, trace } from '@opentelemetry/api'
import { writeTraceparent } from './trace-context'
import { visitOf } from './visit'

/** The id of the trace that is being recorded here; null outside of one. */
export function currentTraceId(): string | null {
  return trace.getSpanContext(context.active())?.traceId ?? null
}

/** The running span as a `traceparent`, for work that continues it later. */
export function currentTraceparent(): string | null {
  const active = context.active()
  const span = trace.getSpanContext(active)
  const flags = visitOf(active)?.flags ?? 1
  return span
    ? writeTraceparent({ traceId: span.traceId, spanId: span.spanId, flags })
    : null
}

/** The baggage that goes along with what this visit sends, now or later. */
export function currentBaggage(): string | null {
  return visitOf(context.active())?.baggage ?? null
}

/**
 * Runs what is no part of this visit, and so of nobody's trace: the house's own
 * chores, which may touch the rows of others.
 */
export function untraced<Result>(work: () => Result): Result {
  return context.with(ROOT_CONTEXT, work)
}
