import type { WireMessage } from '@/contracts/trace'
import { ApiProblemError, NotKnownError } from './api-errors'
import { withCredential } from './credential'
import { parseJson } from './parse-json'
import { isProblem } from './read-reply'
import type { Marks } from './request-timing'
import { traceOf } from './trace-of'

export type ApiReply = {
  status: number
  headers: Headers
  wire: WireMessage
  body: unknown
  /** The trace of the request, where it is the reader's to read. */
  traceId: string | null
}

/**
 * One request and its whole reply. A refusal is thrown as what it is. What is
 * seen of it on the way is marked, however it ends.
 */
export async function sendRequest(
  path: string,
  init: RequestInit = {},
  marks: Partial<Marks> = {},
): Promise<ApiReply> {
  const { response, text } = await exchange(path, init, marks)
  const body = parseJson(text)
  marks.parsedAt = performance.now()
  const { status, headers } = response
  // What one has already, and nothing at all: replies without a body.
  const isBare = status === 304 || status === 204
  if (!response.ok && !isBare) {
    if (isProblem(body)) {
      const wire = responseMessage(response, text)
      throw new ApiProblemError(body, retryAfter(response), wire)
    }
    throw new NotKnownError(false)
  }
  if (body === undefined && !isBare) {
    throw new NotKnownError(false)
  }
  const wire = responseMessage(response, text)
  return { status, headers, wire, body, traceId: traceOf(headers) }
}

/** One request and its answer, whatever its status says. */
export async function exchange(
  path: string,
  init: RequestInit,
  marks: Partial<Marks> = {},
) {
  try {
    const response = await fetch(
      path,
      withCredential({ cache: 'no-store', ...init }),
    )
    marks.headersAt = performance.now()
    marks.status = response.status
    const text = await response.text()
    marks.readAt = performance.now()
    return { response, text }
  } catch {
    throw new NotKnownError(!navigator.onLine)
  }
}

/** Retry-After in seconds or as a date (RFC 9110, section 10.2.3). */
function retryAfter({ headers }: Response): number | null {
  const value = headers.get('retry-after')
  if (!value) return null
  const seconds = Number(value)
  const ms = Number.isNaN(seconds)
    ? Date.parse(value) - Date.now()
    : seconds * 1000
  return Number.isNaN(ms) ? null : Math.max(0, ms)
}

/** The reply as the browser saw it. HTTP/2 and 3 carry no reason phrase. */
export function responseMessage(
  { status, statusText, headers }: Response,
  body: string,
): WireMessage {
  return {
    startLine: `HTTP/1.1 ${status} ${statusText}`.trim(),
    headers: [...headers],
    body,
    bodyBytes: new TextEncoder().encode(body).length,
  }
}
