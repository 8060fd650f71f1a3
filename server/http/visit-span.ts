import { SpanStatusCode, type Span } from '@opentelemetry/api'
import type { WireMessage } from '@/contracts/trace'
import { masked, withoutSecrets, type Visit } from '@/tracing/visit'

/** What of a body is kept in the trace. */
const longestBody = 4_000

/** Header fields whose values are secret, whoever sent them. */
const secretFields =
  /^(authorization|proxy-authorization|cookie|set-cookie|idempotency-key|webhook-signature)$/
/** What stands before the server adds these: whence a caller comes, and more. */
const platformFields =
  /^(x-boh-peer$|x-forwarded-|forwarded$|x-real-ip$|x-vercel-|cf-|fly-|true-client-ip$)/

/** Notes the secrets of a request before anything of it enters a span. */
export function noteSecrets(visit: Visit, headers: Headers): void {
  for (const [name, value] of headers) {
    if (!secretFields.test(name)) continue
    visit.secrets.add(value)
    for (const part of value.split(/[;,\s]+/)) {
      const secret = part.replace(/^[\w-]+=(?=.{12})/, '')
      if (secret.length >= 12) visit.secrets.add(secret)
    }
  }
}

/** A message as it crossed, with its secrets masked. */
export function wireMessage(
  visit: Visit,
  startLine: string,
  headers: Iterable<[string, string]>,
  body: string | null,
): WireMessage {
  return {
    startLine: withoutSecrets(startLine, visit),
    headers: [...headers]
      .filter(([name]) => !platformFields.test(name))
      .map(([name, value]) => [
        name,
        secretFields.test(name)
          ? shownSecret(name, value)
          : withoutSecrets(value, visit),
      ]),
    body: body === null ? null : withoutSecrets(cut(body), visit),
    bodyBytes: body === null ? null : Buffer.byteLength(body),
  }
}

/** What kind of secret it is stays readable: the scheme, the cookie's name. */
function shownSecret(name: string, value: string): string {
  if (name === 'cookie') return value.split(/; */).map(shownPair).join('; ')
  if (name === 'set-cookie') {
    const [pair = '', ...attributes] = value.split(';')
    return [shownPair(pair), ...attributes].join(';')
  }
  const [scheme = ''] = /^Bearer /.exec(value) ?? []
  return `${scheme}${masked(value.slice(scheme.length))}`
}

function shownPair(pair: string): string {
  const start = pair.indexOf('=') + 1
  return `${pair.slice(0, start)}${masked(pair.slice(start))}`
}

function cut(body: string): string {
  return body.length > longestBody
    ? `${body.slice(0, longestBody)}… (${body.length} characters)`
    : body
}

/** An answer in the 500s is an error of this server (semantic conventions). */
export function markStatus(span: Span, status: number): void {
  span.setAttribute('http.response.status_code', status)
  if (status < 500) return
  span.setStatus({ code: SpanStatusCode.ERROR })
  span.setAttribute('error.type', String(status))
}
