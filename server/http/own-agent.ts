import {
  globalAgent as plainAgent,
  type Agent,
  type ClientRequest,
} from 'node:http'
import { globalAgent as secureAgent } from 'node:https'
import { traceCall } from './trace-call'

/**
 * Sends what a library asks over HTTP, by Node's own connections, with a span
 * for each request. The library knows nothing of it.
 */
class OwnAgent {
  /** Called by Node for each request, before anything of it is written. */
  addRequest(request: ClientRequest, ...rest: unknown[]): void {
    traceCall(request)
    const agent = request.protocol === 'https:' ? secureAgent : plainAgent
    Reflect.get(agent, 'addRequest').call(agent, request, ...rest)
  }
}

/** As Node's types know an agent; it asks for no more than `addRequest`. */
export function ownAgent(): Agent {
  const agent: unknown = new OwnAgent()
  return agent as Agent
}
