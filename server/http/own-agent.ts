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
  /** Node asks for it where an address names none. */
  readonly defaultPort: unknown
  readonly #agent: Agent

  constructor(agent: Agent) {
    this.#agent = agent
    this.defaultPort = Reflect.get(agent, 'defaultPort')
  }

  /** Called by Node for each request, before anything of it is written. */
  addRequest(request: ClientRequest, ...rest: unknown[]): void {
    traceCall(request)
    Reflect.get(this.#agent, 'addRequest').call(this.#agent, request, ...rest)
  }
}

/**
 * For addresses of the same scheme as this one. As Node's types know an agent;
 * it asks for no more than `addRequest` and the port.
 */
export function ownAgent(url: string): Agent {
  const isSecure = new URL(url).protocol === 'https:'
  const agent: unknown = new OwnAgent(isSecure ? secureAgent : plainAgent)
  return agent as Agent
}
