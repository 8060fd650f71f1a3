import type { OtlpAttribute, OtlpSpan, OtlpTraces } from '@/contracts/otlp'
import type { Span, Trace } from '@/contracts/trace'

const kinds = ['internal', 'server', 'client', 'producer', 'consumer'] as const
const codes = ['unset', 'ok', 'error'] as const

type Attributes = Span['attributes']
type Value = OtlpAttribute['value']

/** A trace as OTLP/JSON, one resource for each program that took part. */
export function toOtlp(trace: Trace): OtlpTraces {
  const services = new Map<string, Span[]>()
  for (const span of trace.spans) {
    const spans = services.get(span.service) ?? []
    services.set(span.service, [...spans, span])
  }
  return {
    resourceSpans: [...services].map(([service, spans]) => ({
      resource: { attributes: attributesTo({ 'service.name': service }) },
      scopeSpans: [
        { scope: { name: 'back-of-house' }, spans: spans.map(spanTo) },
      ],
    })),
  }
}

function spanTo(span: Span): OtlpSpan {
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    parentSpanId: span.parentSpanId ?? '',
    name: span.name,
    kind: kinds.indexOf(span.kind) + 1,
    startTimeUnixNano: span.startTimeUnixNano,
    endTimeUnixNano: span.endTimeUnixNano,
    attributes: attributesTo({ ...span.attributes, ...wireAttributes(span) }),
    events: span.events.map((event) => ({
      ...event,
      attributes: attributesTo(event.attributes),
    })),
    status: {
      code: codes.indexOf(span.status.code),
      ...(span.status.message ? { message: span.status.message } : {}),
    },
  }
}

/** Header fields by the names that the semantic conventions give them. */
function wireAttributes({ wire }: Span): Attributes {
  const found: Attributes = {}
  for (const side of ['request', 'response'] as const)
    for (const [name, value] of wire?.[side]?.headers ?? [])
      found[`http.${side}.header.${name.toLowerCase()}`] = [value]
  return found
}

function attributesTo(attributes: Attributes): OtlpAttribute[] {
  return Object.entries(attributes).map(([key, value]) => ({
    key,
    value: Array.isArray(value)
      ? { arrayValue: { values: value.map(valueTo) } }
      : valueTo(value),
  }))
}

function valueTo(value: string | number | boolean): Value {
  if (typeof value === 'string') return { stringValue: value }
  if (typeof value === 'boolean') return { boolValue: value }
  return Number.isInteger(value)
    ? { intValue: String(value) }
    : { doubleValue: value }
}

/** The spans of an OTLP/JSON document, whoever recorded them. */
export function fromOtlp(document: OtlpTraces): Span[] {
  return document.resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const { 'service.name': name } = attributesFrom(resource?.attributes)
    const service = typeof name === 'string' ? name.slice(0, 80) : 'unknown'
    return scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => spanFrom(span, service)),
    )
  })
}

function spanFrom(span: OtlpSpan, service: string): Span {
  const code = codes[span.status?.code ?? 0] ?? 'unset'
  const message = span.status?.message
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    parentSpanId: span.parentSpanId ? span.parentSpanId : null,
    name: span.name,
    kind: kinds[(span.kind ?? 1) - 1] ?? 'internal',
    service,
    startTimeUnixNano: span.startTimeUnixNano,
    endTimeUnixNano: span.endTimeUnixNano,
    status: { code, ...(message ? { message } : {}) },
    attributes: attributesFrom(span.attributes),
    events: (span.events ?? []).map((event) => ({
      name: event.name,
      timeUnixNano: event.timeUnixNano,
      attributes: attributesFrom(event.attributes),
    })),
  }
}

function attributesFrom(list: OtlpAttribute[] | undefined): Attributes {
  const found: Attributes = {}
  for (const { key, value } of list ?? []) {
    const plain = valueFrom(value)
    if (plain !== undefined && key !== '__proto__') found[key] = plain
  }
  return found
}

function valueFrom(value: Value): Attributes[string] | undefined {
  if (value.arrayValue)
    return (value.arrayValue.values ?? []).flatMap((item) => {
      const plain = valueFrom(item)
      return plain === undefined || Array.isArray(plain) ? [] : [plain]
    })
  if (value.intValue !== undefined) return Number(value.intValue)
  return value.stringValue ?? value.boolValue ?? value.doubleValue
}
