import type { OrderEvent, PlatefulEvent } from '@/contracts/events'
import type { OrderStatus } from '@/contracts/orders'
import type { Span } from '@/contracts/trace'

/** A request that reached this sandbox, from wherever it came. */
export type Arrival = {
  /** The span of the request, once it has ended. */
  spanId: string | null
  traceId: string
  method: string
  path: string
  status: number | null
  /** What sent it, as it calls itself: `curl 8.5.0`. */
  client: string | null
  /** Milliseconds since 1970. */
  at: number
  durationMs: number | null
  order: { id: string; status: OrderStatus } | null
}

const most = 30

/**
 * The arrivals after one more event, the newest first. An order is told as
 * soon as it is placed; its request follows when its span has ended.
 */
export function withEvent(
  arrivals: readonly Arrival[],
  event: PlatefulEvent,
): readonly Arrival[] {
  switch (event.event) {
    case 'span.started':
    case 'ticket.printed':
    case 'courier.offered':
    case 'courier.accepted':
    case 'shift.started':
    case 'shift.ended':
    case 'member.joined':
    case 'member.left':
      return arrivals
    case 'sandbox.emptied':
      return []
    case 'span.ended':
      return isRequest(event.data)
        ? withRequest(arrivals, event.data)
        : arrivals
    default:
      return withOrder(arrivals, event.data)
  }
}

/** The backend's own door was asked; the kitchen's, next door, does not count. */
function isRequest({ kind, service, attributes }: Span): boolean {
  return (
    kind === 'server' &&
    service === 'plateful' &&
    'http.request.method' in attributes
  )
}

function withRequest(
  arrivals: readonly Arrival[],
  span: Span,
): readonly Arrival[] {
  const { spanId, traceId, attributes } = span
  if (arrivals.some((arrival) => arrival.spanId === spanId)) return arrivals
  const told = {
    spanId,
    traceId,
    method: String(attributes['http.request.method']),
    path: String(attributes['url.path'] ?? ''),
    status: Number(attributes['http.response.status_code'] ?? 0) || null,
    client: clientOf(span),
    at: Number(BigInt(span.startTimeUnixNano) / 1_000_000n),
    durationMs: millisecondsOf(span),
  }
  const waiting = arrivals.find(
    (arrival) => arrival.spanId === null && arrival.traceId === traceId,
  )
  return waiting
    ? arrivals.map((arrival) =>
        arrival === waiting ? { ...told, order: waiting.order } : arrival,
      )
    : [{ ...told, order: null }, ...arrivals].slice(0, most)
}

function withOrder(
  arrivals: readonly Arrival[],
  { order: id, status, at, traceId }: OrderEvent,
): readonly Arrival[] {
  const order = { id, status }
  if (arrivals.some((arrival) => arrival.order?.id === id))
    return arrivals.map((arrival) =>
      arrival.order?.id === id ? { ...arrival, order } : arrival,
    )
  if (status !== 'placed' || traceId === null) return arrivals

  const known = arrivals.find(
    (arrival) => arrival.traceId === traceId && arrival.method === 'POST',
  )
  if (known)
    return arrivals.map((arrival) =>
      arrival === known ? { ...arrival, order } : arrival,
    )
  const arrival: Arrival = {
    spanId: null,
    traceId,
    method: 'POST',
    path: '/api/orders',
    status: null,
    client: null,
    at: Date.parse(at),
    durationMs: null,
    order,
  }
  return [arrival, ...arrivals].slice(0, most)
}

/** The first product of the User-Agent field: name and version. */
function clientOf({ wire }: Span): string | null {
  const agent = wire?.request?.headers.find(
    ([name]) => name.toLowerCase() === 'user-agent',
  )?.[1]
  if (!agent) return null
  if (agent.startsWith('Mozilla/')) return 'a browser'
  const [, name = '', version = ''] = /^([^/\s]+)\/?([\w.]*)/.exec(agent) ?? []
  return `${names[name] ?? name} ${version}`.trim()
}

const names: Record<string, string> = {
  node: 'Node',
  'Python-urllib': 'Python',
}

function millisecondsOf(span: Span): number {
  const nanos = BigInt(span.endTimeUnixNano) - BigInt(span.startTimeUnixNano)
  return Number(nanos) / 1e6
}

/** What a screen reader is told of it. */
export function sentenceOf({
  client,
  method,
  path,
  status,
  order,
}: Arrival): string {
  const sender = client === null ? 'A request' : `A request from ${client}`
  const answer = status === null ? '' : `, answered ${status}`
  const what = order ? ` Order ${order.status}.` : ''
  return `${sender}: ${method} ${path}${answer}.${what}`
}
