import { Problem } from '@/contracts/problem'
import { SharedTrace } from '@/contracts/shared-trace'
import { Trace } from '@/contracts/trace'
// A page knows no address of its own: this one asks its backend over HTTP, as
// every screen does, and the public address is the one thing it needs for that.
import { env } from '@/env'

export type FetchedTrace =
  | { kind: 'found'; trace: Trace; sharedAt: string | null }
  /** Never was, not this reader's, cleared with its sandbox, or no id at all. */
  | { kind: 'missing' }
  | { kind: 'wait'; seconds: number }
  | { kind: 'unwell' }

const timeoutMs = 8_000
const traceId = /^[0-9a-f]{32}$/i
const shareId = /^shr_[0-9a-f]{32}$/

/** Where the backend has a trace of the visitor's own, or a shared copy. */
export function traceAddress(id: string): string | null {
  if (shareId.test(id)) return `/api/shared/${id}`
  return traceId.test(id) ? `/api/traces/${id.toLowerCase()}` : null
}

/**
 * A trace, or a shared copy of one, read with the visitor's own cookie and
 * nothing else of theirs. What they may see is for the backend to decide.
 */
export async function fetchTrace(
  id: string,
  cookie: string | null,
): Promise<FetchedTrace> {
  const address = traceAddress(id)
  if (address === null) return { kind: 'missing' }
  try {
    const response = await fetch(env.publicUrl + address, {
      headers: cookie ? { cookie } : {},
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return fateOf(response.status, response.headers, await response.json())
  } catch {
    return { kind: 'unwell' }
  }
}

/** What a reply of the trace store means for the page. */
export function fateOf(
  status: number,
  headers: Headers,
  body: unknown,
): FetchedTrace {
  if (status === 200) {
    const own = Trace.safeParse(body)
    if (own.success) return { kind: 'found', trace: own.data, sharedAt: null }
    const shared = SharedTrace.safeParse(body)
    if (!shared.success) return { kind: 'unwell' }
    const { id: _, sharedAt, ...trace } = shared.data
    return { kind: 'found', trace, sharedAt }
  }
  // An expired sandbox took its traces with it.
  if (status === 404 || status === 401) return { kind: 'missing' }
  if (status === 429 || (status === 503 && Problem.safeParse(body).success)) {
    const seconds = Number(headers.get('retry-after') ?? 5)
    return { kind: 'wait', seconds: Number.isFinite(seconds) ? seconds : 5 }
  }
  return { kind: 'unwell' }
}
