import type { Span } from '@/contracts/trace'
import { inTime, spanRows, type SpanRow } from './span-rows'

/** A trace as its readers ask for it, made once for each list of spans. */
export type TraceIndex = {
  /** Depth first: what happened below a span stands right behind it. */
  tree: readonly SpanRow<Span>[]
  /** Where each span stands in the tree. */
  places: ReadonlyMap<string, number>
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
  const tree = spanRows(spans)
  const rows = inTime(tree)
  const index: TraceIndex = {
    tree,
    places: new Map(tree.map(({ span }, at) => [span.spanId, at])),
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

/** All that happened below a span, parents before children, as in the tree. */
export function descendantsOf(
  { tree, places, byId }: TraceIndex,
  { spanId }: Span,
): SpanRow<Span>[] {
  const from = (places.get(spanId) ?? tree.length) + 1
  const depth = byId.get(spanId)?.depth ?? 0
  let end = from
  while ((tree[end]?.depth ?? 0) > depth) end++
  return tree.slice(from, end)
}
