import type { Caller } from '@/contracts/rate-limit-choices'
import { levelParameter } from '@/contracts/rate-limit-choices'
import type { RateLimitTry } from '@/contracts/rate-limit-lab'
import { ApiProblemError, BrokenContractError } from '@/components/api-errors'
import { jsonRequest } from '@/components/json-request'
import { sendRequest } from '@/components/send-request'

export const door = '/api/labs/rate-limit'

/** What came back to one request of the flood. */
export type Told = {
  status: number
  /** The fields that a limit has, as they came. */
  fields: readonly (readonly [string, string])[]
  /** How full the bucket was then, or how much room the window had. */
  level: number
  retryAfterMs: number | null
  traceId: string | null
}

/** A request and its reply, in ms since the run began. */
export type Tried = Told & { caller: Caller; sentMs: number; tookMs: number }

/** Sends one request. A refusal by the reader's own limit is an answer, too. */
export async function sendTry(wish: RateLimitTry): Promise<Told> {
  const name = wish.sharing === 'together' ? 'both' : wish.caller
  try {
    const init = jsonRequest('POST', wish)
    const { status, headers, traceId } = await sendRequest(door, init)
    const told = toldBy(headers, name)
    if (!told) throw new BrokenContractError('no RateLimit of the lab')
    return { status, ...told, retryAfterMs: null, traceId }
  } catch (error) {
    if (!(error instanceof ApiProblemError)) throw error
    const told = toldBy(new Headers([...error.response.headers]), name)
    // Somebody may also have passed the limit that the site itself has.
    if (!error.is('too-many-requests') || !told || told.remaining > 0)
      throw error
    const { traceId, retryAfterMs } = error
    return { status: 429, ...told, retryAfterMs, traceId }
  }
}

const shown = ['RateLimit-Policy', 'RateLimit', 'Retry-After']

/** What the lab's own limit says, among all that a reply may tell of. */
export function toldBy(headers: Headers, name: string) {
  const entry = entryOf(headers.get('ratelimit') ?? '', name)
  const level = Number(parameterOf(entry, levelParameter))
  if (entry === undefined || Number.isNaN(level)) return null
  const fields = shown.flatMap((field) => {
    const value = headers.get(field)
    if (value === null) return []
    const own = field === 'Retry-After' ? value : entryOf(value, name)
    return own === undefined ? [] : [[field, own] as const]
  })
  return { level, remaining: Number(parameterOf(entry, 'r')), fields }
}

function entryOf(field: string, name: string): string | undefined {
  return field
    .split(',')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`"${name}";`))
}

function parameterOf(entry: string | undefined, name: string) {
  const found = entry?.split(';').find((one) => one.startsWith(`${name}=`))
  return found?.slice(name.length + 1)
}
