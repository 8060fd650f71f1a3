import type { Span, WireMessage } from '@/contracts/trace'
import { inTime, type SpanRow } from './span-rows'
import {
  ancestorsOf,
  descendantsOf,
  traceIndex,
  type TraceIndex,
} from './trace-index'

export type Crossing = {
  direction: 'request' | 'response'
  message: WireMessage
  /** Null where the program on that side recorded nothing. */
  leftMs: number | null
  arrivedMs: number | null
  fate: 'received' | 'refused' | 'lost'
}

/** A request and its answer, between two programs. */
export type Exchange = {
  /** The span that made the call; where it is not known, the one that took it. */
  span: Span
  /** When the request left, or came in where its sender is not known. */
  startMs: number
  crossings: Crossing[]
}

/** What of the wire belongs to a span. */
export type WireOfSpan =
  /** The span is one end of the exchange. */
  | { kind: 'own'; exchange: Exchange }
  /** The span is part of the work on a request, or of the wait for it. */
  | { kind: 'around'; exchange: Exchange }
  /** The span contains the exchange. */
  | { kind: 'within'; exchange: Exchange }
  | { kind: 'none' }

export function wireOfSpan(spans: readonly Span[], span: Span): WireOfSpan {
  const index = traceIndex(spans)
  const row = index.byId.get(span.spanId)
  if (!row) return { kind: 'none' }
  const own = exchangeAt(index, row)
  if (own) return { kind: 'own', exchange: own }
  for (const above of ancestorsOf(index, span)) {
    const exchange = exchangeAt(index, above)
    if (exchange) return { kind: 'around', exchange }
  }
  const within = descendantsOf(index, span).filter((below) =>
    exchangeAt(index, below),
  )
  const [first] = inTime(within)
  const exchange = first && exchangeAt(index, first)
  return exchange ? { kind: 'within', exchange } : { kind: 'none' }
}

type Ends = { caller: SpanRow<Span> | null; server: SpanRow<Span> | null }

/** The exchange that a span is one end of, if any message of it is known. */
function exchangeAt(index: TraceIndex, row: SpanRow<Span>): Exchange | null {
  const { caller, server } = endsAt(index, row)
  const near = row === server ? server : caller
  const far = row === server ? caller : server
  const request = near?.span.wire?.request ?? far?.span.wire?.request
  const response = near?.span.wire?.response ?? far?.span.wire?.response
  if (!request && !response) return null
  const crossings: Crossing[] = []
  if (request) {
    crossings.push({
      direction: 'request',
      message: request,
      leftMs: caller?.startMs ?? null,
      arrivedMs: server?.startMs ?? null,
      fate: isRequestLost({ caller, server }) ? 'lost' : 'received',
    })
  }
  if (response) {
    const isLost = isResponseLost(caller)
    crossings.push({
      direction: 'response',
      message: response,
      leftMs: server?.endMs ?? null,
      arrivedMs: isLost ? null : (caller?.endMs ?? null),
      fate: isLost
        ? 'lost'
        : statusOf(response) >= 400
          ? 'refused'
          : 'received',
    })
  }
  const { span, startMs } = caller ?? server ?? row
  return { span, startMs, crossings }
}

function endsAt(index: TraceIndex, row: SpanRow<Span>): Ends {
  const { kind, parentSpanId } = row.span
  if (kind === 'server') {
    const parent = index.byId.get(parentSpanId ?? '')
    const caller = parent?.span.kind === 'client' ? parent : null
    return { caller, server: row }
  }
  if (kind !== 'client' || !isCall(row.span)) {
    return { caller: null, server: null }
  }
  const server = descendantsOf(index, row.span).find(
    ({ span }) =>
      span.kind === 'server' && span.parentSpanId === row.span.spanId,
  )
  return { caller: row, server: server ?? null }
}

function isCall({ attributes, wire }: Span): boolean {
  return wire !== undefined || 'http.request.method' in attributes
}

/** The caller gave up without a status, and no server took the request. */
function isRequestLost({ caller, server }: Ends): boolean {
  return caller !== null && server === null && isResponseLost(caller)
}

function isResponseLost(caller: SpanRow<Span> | null): boolean {
  if (caller?.span.status.code !== 'error') return false
  const { attributes, wire } = caller.span
  if (attributes['error.type'] === 'no-answer') return true
  return !('http.response.status_code' in attributes) && !wire?.response
}

/** The status of a response, 0 where its first line tells none. */
function statusOf({ startLine }: WireMessage): number {
  return Number(/^HTTP\/[\d.]+ (\d{3})\b/.exec(startLine)?.[1] ?? 0)
}
