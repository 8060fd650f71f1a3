import type { Span } from '@/contracts/trace'
import { rowsInTime, type SpanRow } from './span-rows'

/** A trace as its readers ask for it, made once for each list of spans. */
export type TraceIndex = {
  /** By their start, parents before children: the order of the story. */
  rows: readonly SpanRow<Span>[]
  byId: ReadonlyMap<string, SpanRow<Span>>
  /** The number of a span in the story, from 1 on. */
  numbers: ReadonlyMap<string, number>
  endMs: number
}

const made = new WeakMap<readonly Span[], TraceIndex>()

export function traceIndex(spans: readonly Span[]): TraceIndex {
  const known = made.get(spans)
  if (known) return known
  const rows = rowsInTime(spans)
  const index: TraceIndex = {
    rows,
    byId: new Map(rows.map((row) => [row.span.spanId, row])),
    numbers: new Map(rows.map(({ span }, i) => [span.spanId, i + 1])),
    endMs: rows.reduce((end, row) => Math.max(end, row.endMs ?? 0), 0),
  }
  made.set(spans, index)
  return index
}

/** The spans above this one, nearest first. A loop of parents ends. */
export function ancestorsOf({ byId }: TraceIndex, span: Span): SpanRow<Span>[] {
  const above: SpanRow<Span>[] = []
  const seen = new Set([span.spanId])
  let parent = byId.get(span.parentSpanId ?? '')
  while (parent && !seen.has(parent.span.spanId)) {
    seen.add(parent.span.spanId)
    above.push(parent)
    parent = byId.get(parent.span.parentSpanId ?? '')
  }
  return above
}

/** All that happened below a span, in time. A loop of parents ends. */
export function descendantsOf(
  index: TraceIndex,
  { spanId }: Span,
): SpanRow<Span>[] {
  const children = childrenIn(index)
  const below: SpanRow<Span>[] = []
  const seen = new Set([spanId])
  // A set goes on with what is added to it meanwhile.
  for (const id of seen)
    for (const child of children.get(id) ?? [])
      if (!seen.has(child.span.spanId)) {
        seen.add(child.span.spanId)
        below.push(child)
      }
  const numberOf = ({ span }: SpanRow<Span>) =>
    index.numbers.get(span.spanId) ?? 0
  return below.sort((a, b) => numberOf(a) - numberOf(b))
}

type Children = ReadonlyMap<string, readonly SpanRow<Span>[]>
const families = new WeakMap<TraceIndex, Children>()

/** What began directly below each span, made when it is first asked for. */
function childrenIn(index: TraceIndex): Children {
  const known = families.get(index)
  if (known) return known
  const children = new Map<string, SpanRow<Span>[]>()
  for (const row of index.rows) {
    const { parentSpanId } = row.span
    if (parentSpanId === null) continue
    const siblings = children.get(parentSpanId)
    if (siblings) siblings.push(row)
    else children.set(parentSpanId, [row])
  }
  families.set(index, children)
  return children
}
