import { context, trace } from '@opentelemetry/api'
import type { WireMessage } from '@/contracts/trace'
import { whenDurable } from '@/db/client'
import { markFault, markTravelling, type Fault } from '@/server/sandbox/faults'
import { timeNow } from '@/tracing/clock'
import { enclose } from '@/tracing/recorder'
import { regionOfStatement } from '@/tracing/regions'
import { stepOf, visitOf } from '@/tracing/visit'
import { markUnanswered, startClientSpan, traceFields } from './client-span'
import { noteSecretParameters, noteSecretsOfReply } from './secret-parameters'
import { send, type Reply } from './send'
import { markStatus, noteSecrets, wireMessage } from './visit-span'
import type { Head } from './wire'

type Call = {
  method: 'GET' | 'POST'
  url: string
  headers: Record<string, string>
  body: string
  timeLimitMs: number
  longestReply: number
  /** Whether the trace goes along: only to those who belong to us. */
  isOurs: boolean
  /** What keeps it from getting through, if it is to. */
  fault?: Fault | undefined
}

/**
 * A request that leaves, with a span of its own, the messages as they crossed,
 * and the code that sends it. Follows no redirect. The address is never a
 * reader's.
 */
export async function callOut(call: Call): Promise<Reply> {
  const outer = context.active()
  const visit = visitOf(outer)
  const span = startClientSpan(call.method, call.url)
  const sent = call.isOurs
    ? { ...call.headers, ...traceFields(span, visit) }
    : call.headers
  if (visit) {
    noteSecrets(visit, Object.entries(sent))
    noteSecretParameters(visit, new URLSearchParams(call.body))
    enclose(span, {
      code: regionOfStatement(visit.door, stepOf(outer), call.method),
    })
  }
  let asked: WireMessage | undefined
  const onHead = (head: Head) => {
    if (!visit) return
    asked = wireMessage(visit, head, call.body === '' ? null : call.body)
    enclose(span, { wire: { request: asked } })
  }

  try {
    if (call.fault) suffer(call.fault)
    if (call.isOurs) await whenDurable()
    const message = { ...call, headers: sent, onHead }
    const reply = await context.with(trace.setSpan(outer, span), () =>
      send(call.url, message),
    )
    markStatus(span, reply.status)
    if (call.isOurs && reply.status === 503)
      markTravelling(sent['baggage'], span)
    if (visit) {
      noteSecretsOfReply(visit, new Headers(reply.headers), reply.body)
      const response = wireMessage(visit, reply, reply.body)
      enclose(span, { wire: { request: asked, response } })
    }
    return reply
  } catch (error) {
    markUnanswered(span, error)
    throw error
  } finally {
    span.end(timeNow())
  }

  function suffer(fault: Fault): never {
    markFault(fault, span)
    throw new CutLineError()
  }
}

/** As if nobody were at the other end. */
class CutLineError extends Error {
  override name = 'CutLineError'
  readonly code = 'ECONNREFUSED'
}
