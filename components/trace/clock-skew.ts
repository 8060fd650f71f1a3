import type { SpanLike } from './place-of'

export type SkewCorrection<S> = {
  spans: S[]
  /** By how much the spans of each service were moved, in milliseconds. */
  movedMs: Record<string, number>
}

/**
 * Two programs have two clocks. Where a span of one program claims to lie
 * outside the call that caused it, all spans of that program are moved so that
 * it lies in the middle of the call, as trace viewers do.
 */
export function correctClockSkew<S extends SpanLike>(
  spans: readonly S[],
): SkewCorrection<S> {
  const byId = new Map(spans.map((span) => [span.spanId, span]))
  const moves = new Map<string, bigint>()
  for (const span of spans) {
    const parent = span.parentSpanId ? byId.get(span.parentSpanId) : undefined
    if (!parent || parent.service === span.service) continue
    if (span.kind !== 'server' || moves.has(span.service)) continue
    const move = moveInto(parent, span)
    if (move !== 0n) moves.set(span.service, move)
  }
  const movedMs: Record<string, number> = {}
  for (const [service, move] of moves) movedMs[service] = Number(move) / 1e6
  return {
    spans: spans.map((span) => moved(span, moves.get(span.service))),
    movedMs,
  }
}

function moveInto(call: SpanLike, answer: SpanLike): bigint {
  if (!call.endTimeUnixNano || !answer.endTimeUnixNano) return 0n
  const callStart = BigInt(call.startTimeUnixNano)
  const callEnd = BigInt(call.endTimeUnixNano)
  const start = BigInt(answer.startTimeUnixNano)
  const end = BigInt(answer.endTimeUnixNano)
  if (start >= callStart && end <= callEnd) return 0n
  const spare = callEnd - callStart - (end - start)
  if (spare < 0n) return callStart - start
  return callStart + spare / 2n - start
}

function moved<S extends SpanLike>(span: S, by: bigint | undefined): S {
  if (!by) return span
  return {
    ...span,
    startTimeUnixNano: String(BigInt(span.startTimeUnixNano) + by),
    endTimeUnixNano:
      span.endTimeUnixNano && String(BigInt(span.endTimeUnixNano) + by),
  }
}
