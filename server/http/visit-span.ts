import { SpanStatusCode, type Span } from '@opentelemetry/api'
import type { WireMessage } from '@/contracts/trace'
import { masked, withoutSecrets, type Visit } from '@/tracing/visit'
import {
  noteSecretParameters,
  withoutSecretParameters,
} from './secret-parameters'
import type { Head } from './wire'

/** What of a body is kept in the trace. */
const longestBody = 4_000

/** Header fields whose values are secret, whoever sent them. */
const secretFields =
  /^(authorization|proxy-authorization|cookie|set-cookie|idempotency-key|webhook-signature)$/
/** What platforms and proxies add: whence a caller comes, and secrets of theirs. */
const platformFields =
  /^(x-boh-|x-forwarded-for$|forwarded$|x-real-ip$|x-vercel-|cf-|fly-|true-client-ip$)/

/** Notes the secrets of a request before anything of it enters a span. */
export function noteSecrets(
  visit: Visit,
  headers: Iterable<[string, string]>,
): void {
  for (const [name, value] of headers) {
    if (!secretFields.test(name)) continue
    visit.secrets.add(value)
    for (const part of value.split(/[;,\s]+/)) {
      const secret = part.replace(/^[\w-]+=(?=.{12})/, '')
      if (secret.length >= 12) visit.secrets.add(secret)
    }
  }
}

/** Notes the secrets of a request's fields, and of its address. */
export function noteSecretsOf(visit: Visit, request: Request): void {
  noteSecrets(visit, request.headers)
  noteSecretParameters(visit, new URL(request.url).searchParams)
}

/** A message as it crossed, with its secrets masked. */
export function wireMessage(
  visit: Visit,
  { startLine, headers }: Head,
  body: string | null,
): WireMessage {
  const shown = (text: string) =>
    withoutSecrets(withoutSecretParameters(text), visit)
  return {
    startLine: shown(startLine),
    headers: headers.map(([name, value]) => [
      name,
      shownValue(name.toLowerCase(), value, visit),
    ]),
    // Masked before it is cut: half a secret would not be recognised.
    body: body === null ? null : cut(shown(body)),
    bodyBytes: body === null ? null : Buffer.byteLength(body),
  }
}

function shownValue(name: string, value: string, visit: Visit): string {
  if (platformFields.test(name)) return `… (${value.length} characters)`
  return secretFields.test(name)
    ? shownSecret(name, value)
    : withoutSecrets(withoutSecretParameters(value), visit)
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
