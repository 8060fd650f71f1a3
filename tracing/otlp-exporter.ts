import { TraceFlags, type Attributes, type HrTime } from '@opentelemetry/api'
import { CompressionAlgorithm } from '@opentelemetry/otlp-exporter-base'
import { resourceFromAttributes, type Resource } from '@opentelemetry/resources'
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base'
import { spanKinds, statusCodes } from '@/contracts/otlp-names'
import type { Span } from '@/contracts/trace'
import type { SpanExportSettings } from '@/env'
import { allAttributes } from './otlp-attributes'
import { resourceOf, scope } from './resource'

/** Sends spans to a collector; rejects when they did not arrive. */
export type SendSpans = (spans: Span[]) => Promise<void>

/** OpenTelemetry's own exporter, loaded when there is something to send. */
export async function openExporter(
  settings: SpanExportSettings,
): Promise<SendSpans> {
  const { OTLPTraceExporter } =
    settings.protocol === 'http/json'
      ? await import('@opentelemetry/exporter-trace-otlp-http')
      : await import('@opentelemetry/exporter-trace-otlp-proto')
  const exporter = new OTLPTraceExporter({
    url: settings.url,
    headers: settings.headers,
    timeoutMillis: settings.timeoutMs,
    compression:
      settings.compression === 'gzip'
        ? CompressionAlgorithm.GZIP
        : CompressionAlgorithm.NONE,
  })
  const resources = new Map<string, Resource>()
  const resource = (service: string) => {
    const known = resources.get(service) ?? makeResource(service, settings)
    resources.set(service, known)
    return known
  }
  return (spans) =>
    new Promise((resolve, reject) => {
      const readable = spans.map((span) =>
        readableSpan(span, resource(span.service)),
      )
      exporter.export(readable, ({ code, error }) =>
        code === 0 ? resolve() : reject(error ?? new Error('refused')),
      )
    })
}

/** `OTEL_SERVICE_NAME` names the backend; its two neighbours keep theirs. */
function makeResource(
  service: string,
  { serviceName, resource }: SpanExportSettings,
): Resource {
  return resourceFromAttributes({
    ...resource,
    ...resourceOf(service),
    ...(service === 'plateful' && serviceName
      ? { 'service.name': serviceName }
      : {}),
  })
}

/** A span as the SDK would have handed it over. */
function readableSpan(span: Span, resource: Resource): ReadableSpan {
  const { traceId, spanId, parentSpanId } = span
  const context = (id: string) => ({
    traceId,
    spanId: id,
    traceFlags: TraceFlags.SAMPLED,
  })
  const startTime = hrTime(span.startTimeUnixNano)
  const endTime = hrTime(span.endTimeUnixNano)
  return {
    name: span.name,
    kind: spanKinds.indexOf(span.kind),
    spanContext: () => context(spanId),
    ...(parentSpanId ? { parentSpanContext: context(parentSpanId) } : {}),
    startTime,
    endTime,
    duration: [0, 0],
    ended: true,
    status: { ...span.status, code: statusCodes.indexOf(span.status.code) },
    attributes: uniform(allAttributes(span)),
    events: span.events.map(({ name, timeUnixNano, attributes }) => ({
      name,
      time: hrTime(timeUnixNano),
      attributes: uniform(attributes),
    })),
    links: [],
    resource,
    instrumentationScope: scope,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  }
}

/** The SDK's lists are of one type each. */
function uniform(attributes: Span['attributes']): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(String) : value,
    ]),
  )
}

/** Seconds and nanoseconds: together they do not fit a JavaScript number. */
function hrTime(nanoseconds: string): HrTime {
  const digits = nanoseconds.padStart(10, '0')
  return [Number(digits.slice(0, -9)), Number(digits.slice(-9))]
}
