import type { Faults } from '@/server/sandbox/faults'
import { callOut } from './call-out'
import type { Reply } from './send'

/** Asks a service that is not ours. It throws when no reply came in time. */
export type Ask = {
  (
    url: string,
    message: { headers: Record<string, string>; timeLimitMs: number },
  ): Promise<Pick<Reply, 'status' | 'headers' | 'body'>>
  /** Whose line it is: what is cut for one visitor is cut for nobody else. */
  line: string
}

/** No answer that we ask for is nearly so long; of others the rest is not read. */
const longestReply = 16 * 1024

/** What a door asks others by: everybody's line, or one that was cut for it. */
export function askFor(faults: Faults, sandboxId: string | null): Ask {
  const fault = faults.get('weather-down')
  const ask = (url: string, { headers, timeLimitMs }: Parameters<Ask>[1]) =>
    callOut({
      method: 'GET',
      url,
      headers: { accept: 'application/json', ...asUs, ...headers },
      body: '',
      timeLimitMs,
      longestReply,
      isOurs: false,
      fault,
    })
  return Object.assign(ask, { line: fault ? ` of ${sandboxId}` : '' })
}

/** A packed reply might unpack to anything. */
const asUs = { 'accept-encoding': 'identity', 'user-agent': 'back-of-house' }
