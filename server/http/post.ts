import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { WireMessage } from '@/contracts/trace'
import { whenDurable } from '@/db/client'
import { timeNow } from '@/tracing/clock'
import { enclose, tracer } from '@/tracing/recorder'
import { regionOfStatement } from '@/tracing/regions'
import { writeTraceparent } from '@/tracing/trace-context'
import { stepOf, visitOf } from '@/tracing/visit'
import { send } from './send'
import { markStatus, noteSecrets, wireMessage } from './visit-span'
import type { Head } from './wire'

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
  const { hostname, port, pathname } = new URL(url)
  const span = tracer().startSpan(
    `POST ${pathname}`,
    {
      kind: SpanKind.CLIENT,
      startTime: timeNow(),
      attributes: {
        'http.request.method': 'POST',
        'url.full': url,
        'server.address': hostname,
        ...(port ? { 'server.port': Number(port) } : {}),
      },
    },
    outer,
  )
  const visit = visitOf(outer)
  const { traceId, spanId } = span.spanContext()
  const traceparent = { traceId, spanId, flags: visit?.flags ?? 1 }
  const sent = {
    ...headers,
    traceparent: writeTraceparent(traceparent),
    ...(visit?.tracestate ? { tracestate: visit.tracestate } : {}),
  }
  if (visit) {
    noteSecrets(visit, Object.entries(sent))
    enclose(span, {
      code: regionOfStatement(visit.door, stepOf(outer), 'POST'),
    })
  }
  let asked: WireMessage | undefined
  const onHead = (head: Head) => {
    if (!visit) return
    asked = wireMessage(visit, head, body)
    enclose(span, { wire: { request: asked } })
  }

  try {
    await whenDurable()
    const message = { method: 'POST', headers: sent, body, onHead }
    const reply = await context.with(trace.setSpan(outer, span), () =>
      send(url, { ...message, timeLimitMs, longestReply }),
    )
    markStatus(span, reply.status)
    if (visit) {
      const response = wireMessage(visit, reply, reply.body)
      enclose(span, { wire: { request: asked, response } })
    }
    return { status: reply.status }
  } catch (error) {
    const type = typeOf(error)
    span.setAttribute('error.type', type)
    span.setStatus({ code: SpanStatusCode.ERROR, message: type })
    throw error
  } finally {
    span.end(timeNow())
  }
}

/** `ECONNREFUSED` says more than `Error`. */
function typeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string'
    ? error.code
    : error.name
}
