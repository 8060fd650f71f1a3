import type { Span } from '@/contracts/trace'
import { clocksOf, pick, type Clocks } from './clocks'
import { linksOf, type Link } from './clock-links'
import type { SpanLike } from './place-of'

type Timed = SpanLike & Partial<Pick<Span, 'events'>>

export type SkewCorrection<S> = {
  spans: S[]
  /**
   * By how much the spans of each service were moved, in milliseconds: less
   * than nothing where its clock was ahead.
   */
  movedMs: Record<string, number>
  /** Services whose clock changed meanwhile: moved by as much at most. */
  unsteady: string[]
}

/**
 * Two programs have two clocks, and a span of one can claim to lie outside the
 * call of the other that caused it. No answer comes before its question, and
 * none after the call has ended: so all calls between two programs together
 * say how far apart their clocks may be, and all spans of a program are moved
 * by the same amount, into the middle of what is possible. Spans that are
 * possible as they are stay where they are.
 */
export function correctClockSkew<S extends Timed>(
  spans: readonly S[],
): SkewCorrection<S> {
  const links = linksOf(spans)
  if (
    links.every(({ low, high }) => low <= 0n && (high === null || high >= 0n))
  )
    return { spans: [...spans], movedMs: {}, unsteady: [] }

  const clocks = clocksOf(spans, links)
  const moveOf = moves(spans, links, clocks)
  const furthest = new Map<string, bigint>()
  const corrected = spans.map((span) => {
    const move = moveOf(span)
    const known = furthest.get(span.service) ?? 0n
    if (size(move) > size(known)) furthest.set(span.service, move)
    return moved(span, move)
  })
  return {
    spans: corrected,
    movedMs: Object.fromEntries(
      [...furthest].map(([service, move]) => [service, Number(move) / 1e6]),
    ),
    unsteady: [...clocks.unsteady].filter((service) => furthest.has(service)),
  }
}

/**
 * The move of each span: that of its service; or, where no single one is
 * possible, that which brings its own call and its kin into their parent.
 */
function moves(
  spans: readonly SpanLike[],
  links: readonly Link[],
  { offsets, unsteady }: Clocks,
): (span: SpanLike) => bigint {
  const byId = new Map(spans.map((span) => [span.spanId, span]))
  const linkOf = new Map(links.map((link) => [link.child, link]))
  const known = new Map<SpanLike, bigint>()

  return (span) => {
    if (!unsteady.has(span.service)) return offsets.get(span.service) ?? 0n
    const way: SpanLike[] = []
    let top: SpanLike | undefined = span
    while (top && !known.has(top) && unsteady.has(top.service)) {
      known.set(top, 0n)
      way.push(top)
      top = top.parentSpanId ? byId.get(top.parentSpanId) : undefined
    }
    let move = top ? (known.get(top) ?? offsets.get(top.service) ?? 0n) : 0n
    for (const next of way.reverse()) {
      const link = linkOf.get(next)
      if (link) move += pick(link.low, link.high, 0n)
      known.set(next, move)
    }
    return move
  }
}

function moved<S extends Timed>(span: S, by: bigint): S {
  if (by === 0n) return span
  return {
    ...span,
    startTimeUnixNano: String(BigInt(span.startTimeUnixNano) + by),
    ...(span.endTimeUnixNano && {
      endTimeUnixNano: String(BigInt(span.endTimeUnixNano) + by),
    }),
    ...(span.events && {
      events: span.events.map((event) => ({
        ...event,
        timeUnixNano: String(BigInt(event.timeUnixNano) + by),
      })),
    }),
  }
}

function size(move: bigint): bigint {
  return move < 0n ? -move : move
}
