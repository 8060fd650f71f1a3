import { createHash } from 'node:crypto'
import type { Reply } from '@/contracts/http'

const texts = new WeakMap<Response, string>()

/**
 * A response of a door's own making, for fields that come more than once. The
 * trace shows its body, which of any other response is not known.
 */
export function textResponse(text: string, init: ResponseInit): Response {
  const response = new Response(text, init)
  texts.set(response, text)
  return response
}

/** The reply as it goes out, and its body as text for the trace. */
export function responseFrom(
  reply: Reply | Response,
  request: Request,
  extra: Headers,
): { response: Response; body: string | null } {
  if (reply instanceof Response) {
    addTo(reply.headers, extra)
    return { response: reply, body: texts.get(reply) ?? null }
  }
  const body =
    reply.text ?? (reply.body === undefined ? null : JSON.stringify(reply.body))
  const headers = new Headers(reply.headers)
  addTo(headers, extra)
  if (body !== null && !headers.has('content-type'))
    headers.set('Content-Type', 'application/json; charset=utf-8')

  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (!headers.has('cache-control'))
    headers.set('Cache-Control', isRead ? 'private, no-cache' : 'no-store')
  headers.append('Vary', 'Authorization, Cookie')

  const etag = reply.etag ?? (isRead && body !== null ? hashed(body) : null)
  if (etag !== null && reply.status < 300) headers.set('ETag', etag)
  if (
    isRead &&
    reply.status === 200 &&
    etag !== null &&
    isKnown(request, etag)
  ) {
    headers.delete('content-type')
    return {
      response: new Response(null, { status: 304, headers }),
      body: null,
    }
  }
  const isBare = reply.status === 204 || request.method === 'HEAD'
  const sent = isBare ? null : body
  return {
    response: new Response(sent, { status: reply.status, headers }),
    body: sent,
  }
}

/** A cookie that the door has set itself is not set once more. */
function addTo(headers: Headers, extra: Headers): void {
  const nameOf = (cookie: string) => cookie.slice(0, cookie.indexOf('='))
  const set = headers.getSetCookie().map(nameOf)
  for (const [name, value] of extra)
    if (name !== 'set-cookie' || !set.includes(nameOf(value)))
      headers.append(name, value)
}

/** A strong validator: the same bytes, the same tag. */
function hashed(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
}

/** RFC 9110, section 13.1.2: weak comparison against each tag named. */
function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match')
  if (known === null) return false
  if (known.trim() === '*') return true
  return (known.match(/(?:W\/)?"[^"]*"/g) ?? []).some(
    (tag) => tag.replace(/^W\//, '') === etag,
  )
}
