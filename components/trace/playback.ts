/** What a span is doing at a moment of the trace. */
export type SpanState = 'waiting' | 'live' | 'done'

type Timed = { startMs: number; endMs: number | null }

/** The state of a span at trace time `atMs`; undefined means after the end. */
export function stateAt(
  { startMs, endMs }: Timed,
  atMs: number | undefined,
): SpanState {
  if (atMs === undefined) return endMs === null ? 'live' : 'done'
  if (atMs < startMs) return 'waiting'
  return endMs === null || atMs < endMs ? 'live' : 'done'
}

/** How much of a span has run at `atMs`, in milliseconds. */
export function elapsedAt(
  { startMs, endMs }: Timed,
  atMs: number | undefined,
): number {
  const until = Math.min(atMs ?? Infinity, endMs ?? atMs ?? startMs)
  return Math.max(0, until - startMs)
}

/** The first moment after `atMs`, or the end. */
export function nextMoment(
  moments: readonly number[],
  atMs: number,
  endMs: number,
): number {
  return moments.find((moment) => moment > atMs + 1e-9) ?? endMs
}

/**
 * How many times slower than it ran a trace is shown: a thousand times, or
 * whatever lets the whole of it last between `leastMs` and `mostMs`.
 */
export function slownessFor(
  traceMs: number,
  { leastMs = 10_000, mostMs = 14_000 } = {},
): number {
  if (traceMs <= 0) return 1
  const wanted = Math.min(Math.max(1000, leastMs / traceMs), mostMs / traceMs)
  if (wanted <= 1) return 1
  const digits = 10 ** (Math.floor(Math.log10(wanted)) - 1)
  return Math.max(1, Math.floor(wanted / digits) * digits)
}
