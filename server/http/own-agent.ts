import {
  globalAgent as plainAgent,
  type Agent,
  type ClientRequest,
} from 'node:http'
import { globalAgent as secureAgent } from 'node:https'
import { env } from '@/env'
import { currentTraceparent } from '@/tracing/current'

/**
 * Sends what a library asks over HTTP, by Node's own connections. To this very
 * server the trace goes along, so that the reader sees both sides of it.
 */
class OwnAgent {
  /** Called by Node for each request, before anything of it is written. */
  addRequest(request: ClientRequest, ...rest: unknown[]): void {
    const { protocol } = request
    const traceparent = currentTraceparent()
    const origin = `${protocol}//${String(request.getHeader('host'))}`
    if (traceparent !== null && origin === env.publicUrl)
      request.setHeader('traceparent', traceparent)
    const agent = protocol === 'https:' ? secureAgent : plainAgent
    Reflect.get(agent, 'addRequest').call(agent, request, ...rest)
  }
}

/** As Node's types know an agent; it asks for no more than `addRequest`. */
export function ownAgent(): Agent {
  const agent: unknown = new OwnAgent()
  return agent as Agent
}
