import type { PlatefulEvent } from '@/contracts/events'
import type { Wall } from '@/contracts/members'
import { withEvent } from '@/components/delivery/order-progress'
import type { SpanLike } from '@/components/trace/place-of'
import type { KindWords } from '@/components/kind-words'

type WallSpan = SpanLike & { traceId: string }
type Spans = ReadonlyMap<string, SpanLike>

export type WallState = {
  /** The newest first. Null until the first answer. */
  items: Wall['items'] | null
  /** What was heard of each trace, the one heard of last at the end. */
  traces: ReadonlyMap<string, Spans>
  /** How many orders were heard of that were not among the items then. */
  unknown: number
  /** How many of these the last reading may hold. */
  readUpTo: number
  /** Readings in a row that failed. */
  failures: number
  problem: KindWords | null
}

export type WallChange =
  | { kind: 'read'; items: Wall['items']; upTo: number }
  | { kind: 'events'; events: readonly PlatefulEvent[] }
  | { kind: 'trace'; spans: readonly WallSpan[] }
  | { kind: 'problem'; problem: KindWords }

export const emptyWall: WallState = {
  items: null,
  traces: new Map(),
  unknown: 0,
  readUpTo: 0,
  failures: 0,
  problem: null,
}

export const mostRows = 40
/** Traces of other requests are heard of too; the oldest make room. */
const mostTraces = 120
const mostSpans = 160

/** The wall after something was read or heard. */
export function wallAfter(state: WallState, change: WallChange): WallState {
  switch (change.kind) {
    case 'read':
      return {
        ...state,
        items: change.items.slice(0, mostRows),
        readUpTo: change.upTo,
        failures: 0,
        problem: null,
      }
    case 'events':
      return change.events.reduce(heard, state)
    case 'trace':
      return { ...state, traces: withSpans(state.traces, change.spans) }
    case 'problem':
      return {
        ...state,
        failures: state.failures + 1,
        problem: change.problem,
      }
  }
}

function heard(state: WallState, { event, data }: PlatefulEvent): WallState {
  if (event === 'sandbox.emptied')
    return { ...state, items: state.items && [], traces: new Map() }
  if (event === 'span.started' || event === 'span.ended')
    return { ...state, traces: withSpans(state.traces, [data]) }
  if (!('status' in data) || state.items === null) return state

  const isKnown = state.items.some(({ order }) => order.id === data.order)
  if (!isKnown)
    return event === 'order.placed'
      ? { ...state, unknown: state.unknown + 1 }
      : state
  const items = state.items.map((item) => {
    const order = withEvent(item.order, data)
    return order === item.order ? item : { ...item, order }
  })
  return { ...state, items }
}

/**
 * The browser's spans are left out: forty browsers have forty clocks, and the
 * wall shows what the one server did.
 */
function withSpans(
  traces: WallState['traces'],
  spans: readonly WallSpan[],
): WallState['traces'] {
  const all = new Map(traces)
  for (const span of spans) {
    if (span.service === 'browser') continue
    const known = all.get(span.traceId)
    const before = known?.get(span.spanId)
    // A start that comes after its end tells nothing new.
    if (before?.endTimeUnixNano !== undefined) continue
    if (!before && (known?.size ?? 0) >= mostSpans) continue
    all.delete(span.traceId)
    all.set(span.traceId, new Map(known).set(span.spanId, span))
  }
  for (const traceId of all.keys()) {
    if (all.size <= mostTraces) break
    all.delete(traceId)
  }
  return all
}

/** How many there are of what, for the head of the wall. */
export function countsOf(items: Wall['items']) {
  const statuses = items.map(({ order }) => order.status)
  const isAtAnEnd = ['delivered', 'cancelled', 'rejected']
  return {
    orders: items.length,
    underWay: statuses.filter((status) => !isAtAnEnd.includes(status)).length,
    delivered: statuses.filter((status) => status === 'delivered').length,
  }
}
