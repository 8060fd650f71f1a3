import { spanKinds, statusCodes } from '@/contracts/otlp-names'
import type { Span } from '@/contracts/trace'
import { asList, asText, isObject, member, type Json } from './otlp-json'
import { takeOwn } from './otlp-own'

type Attributes = Span['attributes']
type Value = Attributes[string]

/** A span of an OTLP document; null without a valid id or a start. */
export function readSpan(
  given: unknown,
  service: string,
): { span: Span; hasEnded: boolean } | null {
  if (!isObject(given)) return null
  const traceId = readId(member(given, 'traceId'), 32)
  const spanId = readId(member(given, 'spanId'), 16)
  const start = readNanos(member(given, 'startTimeUnixNano'))
  if (!traceId || !spanId || !start) return null

  const end = readNanos(member(given, 'endTimeUnixNano'))
  const { attributes, ...own } = takeOwn(withDropped(given))
  const span: Span = {
    traceId,
    spanId,
    parentSpanId: readId(member(given, 'parentSpanId'), 16),
    name: asText(given['name']) || '(no name)',
    kind: readKind(given['kind']),
    service,
    startTimeUnixNano: start,
    // A clock that was set meanwhile can put the end before the start.
    endTimeUnixNano: end && !isBefore(end, start) ? end : start,
    status: readStatus(given['status']),
    attributes,
    events: readEvents(given['events'], start),
    ...own,
  }
  return { span, hasEnded: end !== null }
}

/**
 * Ids are hexadecimal in OTLP/JSON. Plain Protobuf JSON has them in Base64,
 * and some older tracers have trace ids of 64 bits.
 */
function readId(given: unknown, length: 16 | 32): string | null {
  const text = asText(given)
  if (text === '') return null
  // As nearly all are; the rest is for those who write them otherwise.
  if (text.length === length && plainIds[length].test(text)) return text
  const hex = isHex(text, length) ? text.toLowerCase() : hexOf(text)
  const id = hex?.padStart(length, '0')
  return id?.length === length && !/^0*$/.test(id) ? id : null
}

/** Not all of it zeros, which would be no id. */
const plainIds = {
  16: /^(?!0{16})[0-9a-f]{16}$/,
  32: /^(?!0{32})[0-9a-f]{32}$/,
}

function isHex(text: string, length: number): boolean {
  const isLong = text.length === length || (length === 32 && text.length === 16)
  return isLong && /^[0-9a-fA-F]+$/.test(text)
}

function hexOf(base64: string): string | null {
  if (!/^[A-Za-z0-9+/_-]{11,22}={0,2}$/.test(base64)) return null
  try {
    const bytes = atob(base64.replaceAll('-', '+').replaceAll('_', '/'))
    return Array.from(bytes, (byte) =>
      byte.charCodeAt(0).toString(16).padStart(2, '0'),
    ).join('')
  } catch {
    return null
  }
}

/** Nanoseconds since 1970 as a decimal string; null for none and for zero. */
function readNanos(given: unknown): string | null {
  if (typeof given === 'number')
    return given >= 1 && given < 2 ** 64
      ? String(BigInt(Math.round(given)))
      : null
  const text = asText(given)
  if (plainNanos.test(text)) return text
  const trimmed = text.replace(/^0+/, '')
  return plainNanos.test(trimmed) ? trimmed : null
}

const plainNanos = /^[1-9]\d{0,19}$/

function isBefore(one: string, other: string): boolean {
  return one.length === other.length ? one < other : one.length < other.length
}

function readKind(given: unknown): Span['kind'] {
  if (typeof given === 'number') return spanKinds[given - 1] ?? 'internal'
  const name = asText(given).replace('SPAN_KIND_', '').toLowerCase()
  return spanKinds.find((kind) => kind === name) ?? 'internal'
}

function readStatus(given: unknown): Span['status'] {
  if (!isObject(given)) return { code: 'unset' }
  const name = asText(given['code']).replace('STATUS_CODE_', '').toLowerCase()
  const code =
    typeof given['code'] === 'number'
      ? statusCodes[given['code']]
      : statusCodes.find((known) => known === name)
  const message = asText(given['message'])
  return { code: code ?? 'unset', ...(message ? { message } : {}) }
}

/** Whoever dropped attributes says how many, by the names of the standard. */
function withDropped(given: Json): Attributes {
  const attributes = readAttributes(given)
  for (const [written, name] of dropped) {
    const count = Number(member(given, written))
    if (count > 0) attributes[name] = count
  }
  return attributes
}

const dropped = [
  ['droppedAttributesCount', 'otel.dropped_attributes_count'],
  ['droppedEventsCount', 'otel.dropped_events_count'],
  ['droppedLinksCount', 'otel.dropped_links_count'],
] as const

function readEvents(given: unknown, start: string): Span['events'] {
  const events = asList(given)
  return events.length === 0
    ? []
    : events.filter(isObject).map(readEvent(start))
}

function readEvent(start: string) {
  return (given: Json): Span['events'][number] => ({
    name: asText(given['name']),
    timeUnixNano: readNanos(member(given, 'timeUnixNano')) ?? start,
    attributes: readAttributes(given),
  })
}

export function readAttributes(owner: Json): Attributes {
  const found: Attributes = {}
  for (const item of asList(owner['attributes'])) {
    if (!isObject(item)) continue
    const key = asText(item['key'])
    const given = item['value']
    const plain = isObject(given) ? given['stringValue'] : undefined
    const value = typeof plain === 'string' ? plain : readValue(given)
    if (key && key !== '__proto__' && value !== null) found[key] = value
  }
  return found
}

/** What is neither a plain value nor a list of them is kept as JSON text. */
function readValue(given: unknown): Value | null {
  if (!isObject(given)) return null
  const list = member(given, 'arrayValue')
  if (isObject(list))
    return asList(list['values']).flatMap((item) => {
      const value = readValue(item)
      if (value === null) return []
      return Array.isArray(value) ? [JSON.stringify(value)] : [value]
    })
  const map = member(given, 'kvlistValue')
  if (isObject(map))
    return JSON.stringify(readAttributes({ attributes: map['values'] }))
  return readPlain(given)
}

function readPlain(given: Json): string | number | boolean | null {
  const text = member(given, 'stringValue') ?? member(given, 'bytesValue')
  if (typeof text === 'string') return text
  const truth = member(given, 'boolValue')
  if (typeof truth === 'boolean') return truth
  const whole = member(given, 'intValue')
  const number = whole ?? member(given, 'doubleValue')
  if (typeof number === 'number') return number
  if (typeof number !== 'string') return null
  // A whole number that JavaScript cannot hold, or NaN, stays a text.
  const value = Number(number)
  const isExact = whole === undefined || Number.isSafeInteger(value)
  return isExact && Number.isFinite(value) ? value : number
}
