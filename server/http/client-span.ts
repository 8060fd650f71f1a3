import {
  context,
  SpanKind,
  SpanStatusCode,
  type Span,
} from '@opentelemetry/api'
import { timeNow } from '@/tracing/clock'
import { tracer } from '@/tracing/recorder'
import { writeTraceparent } from '@/tracing/trace-context'
import type { Visit } from '@/tracing/visit'
import { withoutSecretParameters } from './secret-parameters'

/** Begins the span of a request that leaves this server. */
export function startClientSpan(method: string, url: string): Span {
  const { hostname, port, pathname } = new URL(url)
  return tracer().startSpan(
    `${method} ${pathname}`,
    {
      kind: SpanKind.CLIENT,
      startTime: timeNow(),
      attributes: {
        'http.request.method': method,
        'url.full': withoutSecretParameters(url),
        'server.address': hostname,
        ...(port ? { 'server.port': Number(port) } : {}),
      },
    },
    context.active(),
  )
}

/** The fields by which the other side's spans come to hang on this one. */
export function traceFields(
  span: Span,
  visit: Visit | undefined,
): Record<string, string> {
  const { traceId, spanId } = span.spanContext()
  const traceparent = { traceId, spanId, flags: visit?.flags ?? 1 }
  return {
    traceparent: writeTraceparent(traceparent),
    ...(visit?.tracestate ? { tracestate: visit.tracestate } : {}),
    ...(visit?.baggage ? { baggage: visit.baggage } : {}),
  }
}

/** Marks that no reply came. `ECONNREFUSED` says more than `Error`. */
export function markUnanswered(span: Span, error: unknown): void {
  const type = typeOf(error)
  span.setAttribute('error.type', type)
  span.setStatus({ code: SpanStatusCode.ERROR, message: type })
}

function typeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string'
    ? error.code
    : error.name
}
