/**
 * W3C Trace Context, read strictly: https://www.w3.org/TR/trace-context-2/
 * OpenTelemetry's own reader takes the first of two headers and does not hold
 * `tracestate` to its rules, so the headers are read here.
 */
export type TraceParent = {
  traceId: string
  spanId: string
  flags: number
}

const pattern =
  /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/

/** The parent that a `traceparent` header names; null when it is not valid. */
export function readTraceparent(header: string | null): TraceParent | null {
  const [, version, traceId, spanId, flags, rest] =
    pattern.exec(header ?? '') ?? []
  if (!version || !traceId || !spanId || !flags) return null
  if (version === 'ff' || (version === '00' && rest !== undefined)) return null
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null
  return { traceId, spanId, flags: Number.parseInt(flags, 16) }
}

const memberKey = /^[a-z0-9][a-z0-9_\-*/@]{0,255}$/
const memberValue =
  /^[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,255}[\x21-\x2b\x2d-\x3c\x3e-\x7e]$/
const mostMembers = 32

/**
 * The `tracestate` to pass on: its members in order, the first of those that
 * share a key. Null when any member breaks the rules, or there are too many.
 */
export function readTracestate(header: string | null): string | null {
  if (header === null) return null
  const members = new Map<string, string>()
  for (const part of header.split(',')) {
    const member = part.replace(/^[ \t]+|[ \t]+$/g, '')
    if (member === '') continue
    const [key = '', ...rest] = member.split('=')
    const value = rest.join('=')
    if (!memberKey.test(key) || !memberValue.test(value)) return null
    if (!members.has(key)) members.set(key, value)
  }
  if (members.size === 0 || members.size > mostMembers) return null
  return [...members].map(([key, value]) => `${key}=${value}`).join(',')
}

/** The flags this version of the standard knows: sampled and random. */
const knownFlags = 0x03

/** A `traceparent` or `traceresponse` field, version 00. */
export function writeTraceparent(parent: TraceParent): string {
  const flags = (parent.flags & knownFlags).toString(16).padStart(2, '0')
  return `00-${parent.traceId}-${parent.spanId}-${flags}`
}
