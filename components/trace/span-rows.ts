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

type Node<S> = {
  span: S
  startMs: number
  depth: number
  isPlaced: boolean
  children: Node<S>[] | null
}

/**
 * Spans as rows, parents before children, siblings by start time. A span whose
 * parent is missing stands at the top level; a loop of parents loses nothing.
 */
export function spanRows<S extends SpanLike>(
  spans: readonly S[],
): SpanRow<S>[] {
  const origin = originOf(spans)
  const byId = new Map<string, Node<S>>()
  const nodes = spans.map((span): Node<S> => {
    const startMs = msSince(origin, span.startTimeUnixNano)
    const node = { span, startMs, depth: 0, isPlaced: false, children: null }
    byId.set(span.spanId, node)
    return node
  })
  const roots: Node<S>[] = []
  for (const node of nodes) {
    const { parentSpanId, spanId } = node.span
    const parent =
      parentSpanId && parentSpanId !== spanId ? byId.get(parentSpanId) : null
    if (!parent) roots.push(node)
    else if (parent.children) parent.children.push(node)
    else parent.children = [node]
  }
  const rows: SpanRow<S>[] = []
  walk(roots, origin, rows)
  if (rows.length < nodes.length)
    for (const node of nodes) if (!node.isPlaced) walk([node], origin, rows)
  return rows
}

/** Rows as they are told: by their start, parents before children. */
export function inTime<S extends SpanLike>(
  rows: readonly SpanRow<S>[],
): SpanRow<S>[] {
  return [...rows].sort((a, b) => a.startMs - b.startMs || a.depth - b.depth)
}

function walk<S extends SpanLike>(
  roots: Node<S>[],
  origin: Moment,
  rows: SpanRow<S>[],
) {
  const stack: Node<S>[] = []
  pushLaterFirst(roots, 0, stack)
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.isPlaced) continue
    node.isPlaced = true
    const { span, startMs, depth, children } = node
    rows.push({
      span,
      place: placeOf(span),
      depth,
      startMs,
      endMs: span.endTimeUnixNano
        ? msSince(origin, span.endTimeUnixNano)
        : null,
      hasChildren: children !== null,
    })
    if (children) pushLaterFirst(children, depth + 1, stack)
  }
}

/** Spans that start together stay in the order in which they came. */
function pushLaterFirst<S>(nodes: Node<S>[], depth: number, stack: Node<S>[]) {
  if (!isInOrder(nodes)) nodes.sort((a, b) => a.startMs - b.startMs)
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at]
    if (!node || node.isPlaced) continue
    node.depth = depth
    stack.push(node)
  }
}

function isInOrder(nodes: readonly { startMs: number }[]): boolean {
  return nodes.every(
    ({ startMs }, at) => startMs >= (nodes[at - 1]?.startMs ?? -Infinity),
  )
}

/**
 * Nanoseconds since 1970 in two numbers. One would round them, and a BigInt for
 * each is what ten thousand spans would mostly wait for.
 */
type Moment = { seconds: number; nanos: number }

function momentOf(text: string): Moment {
  const isNegative = text.startsWith('-')
  const digits = isNegative ? text.slice(1) : text
  const sign = isNegative ? -1 : 1
  return {
    seconds: sign * Number(digits.slice(0, -9)),
    nanos: sign * Number(digits.slice(-9)),
  }
}

/** The earliest start of all. */
function originOf(spans: readonly SpanLike[]): Moment {
  let least: Moment | null = null
  for (const { startTimeUnixNano } of spans) {
    const moment = momentOf(startTimeUnixNano)
    if (!least || nanosBetween(least, moment) < 0) least = moment
  }
  return least ?? { seconds: 0, nanos: 0 }
}

function nanosBetween(from: Moment, to: Moment): number {
  return (to.seconds - from.seconds) * 1e9 + (to.nanos - from.nanos)
}

function msSince(origin: Moment, text: string): number {
  return nanosBetween(origin, momentOf(text)) / 1e6
}
