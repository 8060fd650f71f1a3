import type { Link } from './clock-links'
import type { SpanLike } from './place-of'

export type Clocks = {
  /** By how much all spans of a service are to be moved. */
  offsets: Map<string, bigint>
  /** Services for which no single amount fits all their calls. */
  unsteady: Set<string>
}

/** So far two calls may disagree and it still is one clock, in nanoseconds. */
const tolerance = 1_000_000n

/**
 * One move for each service, found along the calls from the first service on.
 * Of two clocks the browser's is the one that is moved: nobody looks after it.
 */
export function clocksOf(
  spans: readonly SpanLike[],
  links: readonly Link[],
): Clocks {
  const clocks: Clocks = { offsets: new Map(), unsteady: new Set() }
  const linked = new Map<string, Link[]>()
  for (const link of links)
    for (const { service } of [link.parent, link.child]) {
      const list = linked.get(service)
      if (list) list.push(link)
      else linked.set(service, [link])
    }
  for (const first of servicesOf(spans))
    if (!clocks.offsets.has(first)) placeFrom(first, linked, clocks)
  return clocks
}

/** Where a trace begins comes first. */
function servicesOf(spans: readonly SpanLike[]): Set<string> {
  const ids = new Set(spans.map((span) => span.spanId))
  const roots = spans.filter(
    ({ parentSpanId }) => !parentSpanId || !ids.has(parentSpanId),
  )
  return new Set([...roots, ...spans].map((span) => span.service))
}

/** Places a service, and after it all that are linked to it, near ones first. */
function placeFrom(
  first: string,
  linked: Map<string, Link[]>,
  { offsets, unsteady }: Clocks,
): void {
  offsets.set(first, 0n)
  const placed = [first]
  for (const near of placed)
    for (const { parent, child } of linked.get(near) ?? []) {
      const next = parent.service === near ? child.service : parent.service
      if (offsets.has(next)) continue
      const [low, high] = boundsOf(next, linked.get(next) ?? [], offsets)
      const isTorn = low !== null && high !== null && low - high > tolerance
      if (isTorn || unsteady.has(near)) unsteady.add(next)
      offsets.set(next, pick(low, high, offsets.get(near) ?? 0n))
      placed.push(next)
    }
  const [, second] = placed
  const isAlike = placed.every((service) => !unsteady.has(service))
  if (first !== 'browser' || second === undefined || !isAlike) return
  const shift = offsets.get(second) ?? 0n
  for (const service of placed)
    offsets.set(service, (offsets.get(service) ?? 0n) - shift)
}

/** What the calls from and to services that have their place leave possible. */
function boundsOf(
  service: string,
  links: readonly Link[],
  offsets: Map<string, bigint>,
): [bigint | null, bigint | null] {
  let [lowest, highest]: [bigint | null, bigint | null] = [null, null]
  for (const { parent, child, low, high } of links) {
    const isChild = child.service === service
    const other = offsets.get(isChild ? parent.service : child.service)
    if (other === undefined) continue
    const from = isChild ? other + low : high === null ? null : other - high
    const to = isChild ? (high === null ? null : other + high) : other - low
    if (from !== null && (lowest === null || from > lowest)) lowest = from
    if (to !== null && (highest === null || to < highest)) highest = to
  }
  return [lowest, highest]
}

/** What is wished for if it is possible, else the middle of what is. */
export function pick(
  low: bigint | null,
  high: bigint | null,
  wish: bigint,
): bigint {
  const isPossible =
    (low === null || low <= wish) && (high === null || wish <= high)
  if (isPossible) return wish
  if (low === null) return high ?? wish
  return high === null ? low : low + (high - low) / 2n
}
