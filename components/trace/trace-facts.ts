import type { Span, WireMessage } from '@/contracts/trace'
import { placeOf, type Place, type SpanLike } from './place-of'
import { spanRows, type SpanRow } from './span-rows'

type TraceFacts = {
  durationMs: number
  spans: number
  statements: number
  rowsWritten: number
  failed: number
  /** How long something was running in each place, overlaps counted once. */
  busyMs: Record<Place, number>
}

/** The figures of a trace. None of them is typed by hand anywhere. */
export function traceFacts(spans: readonly SpanLike[]): TraceFacts {
  const rows = spanRows(spans)
  const busy = (place: Place) =>
    union(
      rows.flatMap((row) =>
        row.place === place && row.endMs !== null
          ? [[row.startMs, row.endMs] as const]
          : [],
      ),
    )
  return {
    durationMs: Math.max(0, ...rows.map((row) => row.endMs ?? row.startMs)),
    spans: spans.length,
    statements: spans.filter((span) => span.sql).length,
    rowsWritten: spans.reduce((n, { sql }) => n + (sql?.rowsAffected ?? 0), 0),
    failed: spans.filter((span) => span.status?.code === 'error').length,
    busyMs: {
      browser: busy('browser'),
      network: busy('network'),
      server: busy('server'),
      data: busy('data'),
      service: busy('service'),
      auth: busy('auth'),
    },
  }
}

/** The message that opened the trace and its answer, as the server saw them. */
export function wireOf(spans: readonly Span[]): {
  request?: WireMessage
  response?: WireMessage
} {
  const opening = spans.find(
    (span) => span.kind === 'server' && placeOf(span) === 'server' && span.wire,
  )
  return opening?.wire ?? {}
}

type Travel = {
  requestMs: number
  responseMs: number
  leaveMs: number
  backMs: number
}

/** How long the request and the reply were between the two programs. */
export function travelOf(spans: readonly SpanLike[]): Travel | null {
  return travelIn(spanRows(spans))
}

export function travelIn(rows: readonly SpanRow[]): Travel | null {
  const calls = new Map<string | null, SpanRow>()
  for (const row of rows)
    if (row.place === 'network') calls.set(row.span.spanId, row)
  if (calls.size === 0) return null
  const answer = rows.find(
    ({ span }) => span.kind === 'server' && calls.has(span.parentSpanId),
  )
  const call = answer && calls.get(answer.span.parentSpanId)
  if (!call || !answer || call.endMs === null || answer.endMs === null) {
    return null
  }
  return {
    requestMs: Math.max(0, answer.startMs - call.startMs),
    responseMs: Math.max(0, call.endMs - answer.endMs),
    leaveMs: call.startMs,
    backMs: answer.endMs,
  }
}

function union(intervals: (readonly [number, number])[]): number {
  let sum = 0
  let covered = -Infinity
  for (const [start, end] of intervals.sort((a, b) => a[0] - b[0])) {
    if (end <= covered) continue
    sum += end - Math.max(start, covered)
    covered = end
  }
  return sum
}
