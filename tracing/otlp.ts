import {
  ownNames,
  ownPrefix,
  spanKinds,
  statusCodes,
} from '@/contracts/otlp-names'
import type {
  OtlpAttribute,
  OtlpExport,
  OtlpSpan,
  OtlpTraces,
} from '@/contracts/otlp'
import type { Span, Trace } from '@/contracts/trace'
import { allAttributes } from './otlp-attributes'
import { resourceOf, scope } from './resource'

type Attributes = Span['attributes']
type Value = OtlpAttribute['value']

/** A trace as OTLP/JSON, one resource for each program that took part. */
export function toOtlp({
  spans,
  truncated,
  spansLeftOut,
}: Omit<Trace, 'traceId'>): OtlpExport {
  // Of the whole trace, so every resource says the same.
  const cut: Attributes = {
    ...(truncated ? { [ownNames.truncated]: true } : {}),
    ...(spansLeftOut ? { [ownNames.spansLeftOut]: spansLeftOut } : {}),
  }
  const services = new Map<string, Span[]>()
  for (const span of spans) {
    const own = services.get(span.service)
    if (own) own.push(span)
    else services.set(span.service, [span])
  }
  return {
    resourceSpans: [...services].map(([service, own]) => ({
      resource: {
        attributes: attributesTo({
          ...resourceOf(service),
          ...cut,
        }),
      },
      scopeSpans: [
        {
          scope,
          spans: own.map(spanTo),
        },
      ],
    })),
  }
}

type SpanOut =
  OtlpExport['resourceSpans'][number]['scopeSpans'][number]['spans'][number]

/** Whatever is kept was sampled: the W3C flag, in the lowest eight bits. */
const sampled = 1

function spanTo(span: Span): SpanOut {
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    ...(span.parentSpanId ? { parentSpanId: span.parentSpanId } : {}),
    flags: sampled,
    name: span.name,
    kind: spanKinds.indexOf(span.kind) + 1,
    startTimeUnixNano: span.startTimeUnixNano,
    endTimeUnixNano: span.endTimeUnixNano,
    attributes: attributesTo(allAttributes(span)),
    events: span.events.map((event) => ({
      ...event,
      attributes: attributesTo(event.attributes),
    })),
    status: {
      code: statusCodes.indexOf(span.status.code),
      ...(span.status.message ? { message: span.status.message } : {}),
    },
  }
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
  if (Number.isSafeInteger(value)) return { intValue: String(value) }
  // JSON has no word for these.
  return Number.isFinite(value)
    ? { doubleValue: value }
    : { stringValue: String(value) }
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
  const code = statusCodes[span.status?.code ?? 0] ?? 'unset'
  const message = span.status?.message
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    parentSpanId: span.parentSpanId ? span.parentSpanId : null,
    name: span.name,
    kind: spanKinds[(span.kind ?? 1) - 1] ?? 'internal',
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
    // What we add to a span ourselves is not for others to write.
    const isTaken = key === '__proto__' || key.startsWith(ownPrefix)
    if (plain !== undefined && !isTaken) found[key] = plain
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
