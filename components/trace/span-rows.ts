import { placeOf, type Place, type SpanLike } from './place-of'

/** A span as one row of a timeline. Times are milliseconds since `originNs`. */
export type SpanRow<S extends SpanLike = SpanLike> = {
  span: S
  place: Place
  depth: number
  startMs: number
  /** Null while the span is still running. */
  endMs: number | null
  hasChildren: boolean
}

type Node<S> = { span: S; startNs: bigint; index: number; children: Node<S>[] }

/**
 * Spans as rows, parents before children, siblings by start time. A span whose
 * parent is missing stands at the top level; a loop of parents loses nothing.
 */
export function spanRows<S extends SpanLike>(
  spans: readonly S[],
): SpanRow<S>[] {
  const nodes = spans.map((span, index): Node<S> => {
    const startNs = BigInt(span.startTimeUnixNano)
    return { span, startNs, index, children: [] }
  })
  const byId = new Map(nodes.map((node) => [node.span.spanId, node]))
  const roots: Node<S>[] = []
  for (const node of nodes) {
    const { parentSpanId, spanId } = node.span
    const parent =
      parentSpanId && parentSpanId !== spanId ? byId.get(parentSpanId) : null
    if (parent) parent.children.push(node)
    else roots.push(node)
  }
  const originNs = startOf(nodes)
  const rows: SpanRow<S>[] = []
  const seen = new Set<Node<S>>()
  walk(roots, originNs, rows, seen)
  const lost = nodes.filter((node) => !seen.has(node))
  for (const node of lost) walk([node], originNs, rows, seen)
  return rows
}

/** The same rows as they are told: by their start, parents before children. */
export function rowsInTime<S extends SpanLike>(
  spans: readonly S[],
): SpanRow<S>[] {
  return spanRows(spans).sort(
    (a, b) => a.startMs - b.startMs || a.depth - b.depth,
  )
}

/** The earliest start of all, in nanoseconds since 1970. */
export function originOf(spans: readonly SpanLike[]): bigint {
  return startOf(
    spans.map((span) => ({ startNs: BigInt(span.startTimeUnixNano) })),
  )
}

function startOf(nodes: readonly { startNs: bigint }[]): bigint {
  const [first, ...rest] = nodes
  if (!first) return 0n
  let least = first.startNs
  for (const { startNs } of rest) if (startNs < least) least = startNs
  return least
}

function walk<S extends SpanLike>(
  roots: Node<S>[],
  originNs: bigint,
  rows: SpanRow<S>[],
  seen: Set<Node<S>>,
) {
  const stack = laterFirst(roots).map((node) => ({ node, depth: 0 }))
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, depth } = top
    if (seen.has(node)) continue
    seen.add(node)
    rows.push({
      span: node.span,
      place: placeOf(node.span),
      depth,
      startMs: msSince(originNs, node.startNs),
      endMs: node.span.endTimeUnixNano
        ? msSince(originNs, BigInt(node.span.endTimeUnixNano))
        : null,
      hasChildren: node.children.length > 0,
    })
    for (const child of laterFirst(node.children)) {
      stack.push({ node: child, depth: depth + 1 })
    }
  }
}

function laterFirst<S>(nodes: Node<S>[]): Node<S>[] {
  return [...nodes].sort((a, b) =>
    a.startNs === b.startNs
      ? b.index - a.index
      : a.startNs < b.startNs
        ? 1
        : -1,
  )
}

function msSince(originNs: bigint, ns: bigint): number {
  return Number(ns - originNs) / 1e6
}
