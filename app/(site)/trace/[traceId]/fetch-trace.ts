import { Problem } from '@/contracts/problem'
import { Trace } from '@/contracts/trace'
// A page knows no address of its own: this one asks its backend over HTTP, as
// every screen does, and the public address is the one thing it needs for that.
import { env } from '@/env'

export type FetchedTrace =
  | { kind: 'found'; trace: Trace }
  /** Never was, not this reader's, cleared with its sandbox, or no id at all. */
  | { kind: 'missing' }
  | { kind: 'wait'; seconds: number }
  | { kind: 'unwell' }

const timeoutMs = 8_000
const traceId = /^[0-9a-f]{32}$/i

/**
 * A trace, read with the visitor's own cookie and nothing else of theirs. Who
 * they are and what they may see is for the backend to decide.
 */
export async function fetchTrace(
  id: string,
  cookie: string | null,
): Promise<FetchedTrace> {
  if (!traceId.test(id)) return { kind: 'missing' }
  try {
    const url = `${env.publicUrl}/api/traces/${id.toLowerCase()}`
    const response = await fetch(url, {
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
    const trace = Trace.safeParse(body)
    return trace.success
      ? { kind: 'found', trace: trace.data }
      : { kind: 'unwell' }
  }
  // An expired sandbox took its traces with it.
  if (status === 404 || status === 401) return { kind: 'missing' }
  if (status === 429 || (status === 503 && Problem.safeParse(body).success)) {
    const seconds = Number(headers.get('retry-after') ?? 5)
    return { kind: 'wait', seconds: Number.isFinite(seconds) ? seconds : 5 }
  }
  return { kind: 'unwell' }
}
