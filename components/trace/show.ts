import type { Span, WireMessage } from '@/contracts/trace'
import { chartOf, type Chart } from './chart'
import { correctClockSkew } from './clock-skew'
import { kitchenLayout } from './map-layouts'
import { placeOf } from './place-of'
import { spanRows } from './span-rows'
import { visitsOf, type MapLayout, type Visit } from './stations'
import { sentenceOf } from './story'
import { travelOf, wireOf } from './trace-facts'

/** All that the stage draws, computed from a trace and from nothing else. */
export type Show = {
  traceId: string
  chart: Chart
  visits: Visit[]
  lines: { startMs: number; text: string }[]
  request: WireMessage | null
  response: WireMessage | null
  travel: ReturnType<typeof travelOf>
  /** Whether the first answer broke off on its way. */
  isLost: boolean
  /** Whether another program took the message. */
  isDelivered: boolean
}

/** The rows for which the dark side has room. */
export const stageRows = 24

export function showOf(
  traceId: string,
  recorded: readonly Span[],
  layout: MapLayout = kitchenLayout,
): Show {
  const { spans } = correctClockSkew(recorded)
  const { request = null, response = null } = wireOf(spans)
  return {
    traceId,
    chart: chartOf(spans, {
      maxRows: stageRows,
      places: ['network', 'server', 'data', 'service', 'auth'],
    }),
    visits: visitsOf(spanRows(spans), layout),
    lines: spanRows(spans)
      .filter(({ span }) => isWorthSaying(span))
      .map(({ span, startMs }) => ({ startMs, text: sentenceOf(span) }))
      .sort((a, b) => a.startMs - b.startMs),
    request,
    response,
    travel: travelOf(spans),
    isLost: isFirstAnswerLost(spans),
    isDelivered: spans.some(
      (span) =>
        span.kind === 'server' &&
        placeOf(span) === 'service' &&
        span.status.code !== 'error',
    ),
  }
}

/** The call that the opening request came by ended without a whole answer. */
function isFirstAnswerLost(spans: readonly Span[]): boolean {
  const opening = spans.find(
    (span) => span.kind === 'server' && placeOf(span) === 'server',
  )
  const call = spans.find(({ spanId }) => spanId === opening?.parentSpanId)
  return call?.attributes['error.type'] === 'no-answer'
}

/** The kitchen keeps its own books; the guest's order is what is told. */
function isKitchen(span: Span): boolean {
  return span.service === 'restaurant'
}

/** Steps are told; single statements pass too quickly to be read. */
function isWorthSaying(span: Span): boolean {
  const place = placeOf(span)
  if (place === 'browser') return false
  if (span.status.code === 'error') return true
  if (span.name === 'COMMIT') return place === 'data' && !isKitchen(span)
  if (place === 'data') return false
  return span.kind === 'internal' || span.kind === 'server'
}
