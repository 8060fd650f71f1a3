import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { timeNow } from '@/tracing/clock'
import { enclose, tracer } from '@/tracing/recorder'
import { regionOfStatement } from '@/tracing/regions'
import { writeTraceparent } from '@/tracing/trace-context'
import { stepOf, visitOf } from '@/tracing/visit'
import { markStatus, noteSecrets, wireMessage } from './visit-span'

/** Sends a request on behalf of the visit; the trace goes along with it. */
export type Post = (
  url: string,
  message: { headers: Record<string, string>; body: string },
) => Promise<{ status: number }>

const timeLimitMs = 10_000
const longestReply = 64 * 1024

/**
 * An outgoing POST with a span of its own and W3C Trace Context on it. Follows
 * no redirect and gives up after ten seconds. The address is never a reader's.
 */
export const post: Post = async (url, { headers, body }) => {
  const outer = context.active()
  const { host, port, pathname } = new URL(url)
  const span = tracer().startSpan(
    `POST ${pathname}`,
    {
      kind: SpanKind.CLIENT,
      startTime: timeNow(),
      attributes: {
        'http.request.method': 'POST',
        'url.full': url,
        'server.address': host,
        ...(port ? { 'server.port': Number(port) } : {}),
      },
    },
    outer,
  )
  const visit = visitOf(outer)
  const sent = new Headers(headers)
  const { traceId, spanId } = span.spanContext()
  sent.set(
    'traceparent',
    writeTraceparent({ traceId, spanId, flags: visit?.flags ?? 1 }),
  )
  if (visit?.tracestate) sent.set('tracestate', visit.tracestate)
  if (visit) {
    noteSecrets(visit, sent)
    enclose(span, {
      code: regionOfStatement(visit.door, stepOf(outer), 'POST'),
      wire: {
        request: wireMessage(visit, `POST ${pathname} HTTP/1.1`, sent, body),
      },
    })
  }

  try {
    const response = await context.with(trace.setSpan(outer, span), () =>
      fetch(url, {
        method: 'POST',
        headers: sent,
        body,
        redirect: 'error',
        cache: 'no-store',
        signal: AbortSignal.timeout(timeLimitMs),
      }),
    )
    const text = (await response.text()).slice(0, longestReply)
    markStatus(span, response.status)
    if (visit) {
      const line = `HTTP/1.1 ${response.status} ${response.statusText}`
      enclose(span, {
        wire: {
          request: wireMessage(visit, `POST ${pathname} HTTP/1.1`, sent, body),
          response: wireMessage(visit, line, response.headers, text),
        },
      })
    }
    return { status: response.status }
  } catch (error) {
    const type = error instanceof Error ? error.name : 'unknown'
    span.setAttribute('error.type', type)
    span.setStatus({ code: SpanStatusCode.ERROR, message: type })
    throw error
  } finally {
    span.end(timeNow())
  }
}
