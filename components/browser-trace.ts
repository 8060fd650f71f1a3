import { spanKinds, statusCodes } from '@/contracts/otlp-names'
import type { Span } from '@/contracts/trace'

type Attributes = Span['attributes']

export type OpenSpan = {
  spanId: string
  /** What the server reads as its parent (W3C Trace Context). */
  traceparent: string
  end: (attributes?: Attributes, endedAt?: number) => void
  fail: (message: string, attributes?: Attributes, endedAt?: number) => void
}

/**
 * The browser's own part of a trace. Times are those of `performance.now()`,
 * which does not jump when the computer's clock is set.
 */
export class BrowserTrace {
  readonly traceId = randomHex(16)
  readonly #spans: Span[] = []
  #pending: Promise<unknown> = Promise.resolve()

  start(
    name: string,
    options: {
      parent?: OpenSpan
      kind?: Span['kind']
      startedAt?: number
      attributes?: Attributes
    } = {},
  ): OpenSpan {
    const { parent, kind = 'internal', attributes = {} } = options
    const { startedAt = performance.now() } = options
    const spanId = randomHex(8)
    const finish = (status: Span['status'], more: Attributes, at: number) => {
      this.#spans.push({
        traceId: this.traceId,
        spanId,
        parentSpanId: parent?.spanId ?? null,
        name,
        kind,
        service: 'browser',
        startTimeUnixNano: unixNano(startedAt),
        endTimeUnixNano: unixNano(Math.max(at, startedAt)),
        status,
        attributes: { ...attributes, ...more },
        events: [],
      })
    }
    return {
      spanId,
      traceparent: `00-${this.traceId}-${spanId}-01`,
      end: (more = {}, endedAt = performance.now()) =>
        finish({ code: 'unset' }, more, endedAt),
      fail: (message, more = {}, endedAt = performance.now()) =>
        finish({ code: 'error', message }, more, endedAt),
    }
  }

  /** Spans may be known later than what they tell of is over. */
  expect(recording: Promise<unknown>): void {
    this.#pending = Promise.allSettled([this.#pending, recording])
  }

  /** Resolves when all that was expected is recorded. */
  async settled(): Promise<void> {
    await this.#pending
  }

  /** The finished spans, oldest start first. */
  get spans(): readonly Span[] {
    return [...this.#spans].sort((a, b) =>
      a.startTimeUnixNano < b.startTimeUnixNano ? -1 : 1,
    )
  }
}

/** Spans as OTLP/JSON, the form in which any collector takes them. */
export function toOtlp(spans: readonly Span[]) {
  return {
    resourceSpans: [
      {
        resource: { attributes: [attribute('service.name', 'browser')] },
        scopeSpans: [
          { scope: { name: 'back-of-house' }, spans: spans.map(otlpSpan) },
        ],
      },
    ],
  }
}

function otlpSpan(span: Span) {
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    parentSpanId: span.parentSpanId ?? '',
    name: span.name,
    kind: spanKinds.indexOf(span.kind) + 1,
    startTimeUnixNano: span.startTimeUnixNano,
    endTimeUnixNano: span.endTimeUnixNano,
    attributes: Object.entries(span.attributes).map(([key, value]) =>
      attribute(key, value),
    ),
    status: {
      code: statusCodes.indexOf(span.status.code),
      ...(span.status.message ? { message: span.status.message } : {}),
    },
  }
}

function attribute(key: string, value: Attributes[string]) {
  if (typeof value === 'boolean') return { key, value: { boolValue: value } }
  if (typeof value === 'number') {
    return Number.isInteger(value)
      ? { key, value: { intValue: String(value) } }
      : { key, value: { doubleValue: value } }
  }
  return { key, value: { stringValue: String(value) } }
}

/** Random bytes in hex; never all zero, which W3C Trace Context forbids. */
function randomHex(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes))
  if (random.every((byte) => byte === 0)) return randomHex(bytes)
  return [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A random UUID, also where the page is not served over HTTPS. */
export function randomUuid(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID()
  const hex = randomHex(16)
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) & 3]
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-')
}

function unixNano(now: number): string {
  const micros = Math.round((performance.timeOrigin + now) * 1000)
  return `${micros}000`
}
