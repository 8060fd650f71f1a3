import type { SpanLike } from './place-of'

/**
 * A span and the one of another service that caused it, and how far the clock
 * of the second may be moved against that of the first: from `low` to `high`,
 * or without end where the second may outlast the first.
 */
export type Link = {
  parent: SpanLike
  child: SpanLike
  low: bigint
  high: bigint | null
}

/** Every place where a trace passes from one service to another. */
export function linksOf(spans: readonly SpanLike[]): Link[] {
  const byId = new Map(spans.map((span) => [span.spanId, span]))
  return spans.flatMap((child) => {
    const parent = child.parentSpanId ? byId.get(child.parentSpanId) : undefined
    if (!parent || parent.service === child.service) return []
    const link = linkBetween(parent, child)
    return link ? [link] : []
  })
}

function linkBetween(parent: SpanLike, child: SpanLike): Link | null {
  // Still running: what is not known cannot be wrong.
  if (!parent.endTimeUnixNano || !child.endTimeUnixNano) return null
  const [parentStart, parentEnd] = [
    BigInt(parent.startTimeUnixNano),
    BigInt(parent.endTimeUnixNano),
  ]
  const [start, end] = [
    BigInt(child.startTimeUnixNano),
    BigInt(child.endTimeUnixNano),
  ]
  const isLonger = end - start > parentEnd - parentStart
  const isBound = isAwaited(parent, child) && !isLonger && !isGivenUp(parent)
  return {
    parent,
    child,
    low: parentStart - start,
    high: isBound ? parentEnd - end : null,
  }
}

/** A message is handed over and left; a call waits for its answer. */
function isAwaited(parent: SpanLike, child: SpanLike): boolean {
  if (parent.kind === 'producer') return false
  if (child.kind === 'server') return true
  return child.kind === 'internal' && parent.kind === 'client'
}

/** A caller who stopped waiting knows nothing of what goes on without them. */
function isGivenUp({ status, attributes = {} }: SpanLike): boolean {
  if (status?.code !== 'error') return false
  return !Object.keys(attributes).some((name) => name.endsWith('status_code'))
}
