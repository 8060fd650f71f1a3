import {
  context,
  SpanKind,
  SpanStatusCode,
  type Attributes,
  type Context,
  type Tracer,
} from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import {
  AlwaysOnSampler,
  BasicTracerProvider,
  type ReadableSpan,
  type Span as SdkSpan,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-base'
import { env } from '@/env'
import { nanoseconds, type RecordedSpan } from './recorded-span'
import { spanStore } from './span-store'
import { visitOf, type Visit } from './visit'

/** What a span carries beside its attributes; set while it runs. */
export type Enclosure = Pick<RecordedSpan, 'code' | 'sql' | 'wire' | 'noted'>

/**
 * On the span itself, under a registered symbol: handlers and instrumentation
 * each have their own copy of this module, and the tracer is made by one.
 */
const enclosureKey = Symbol.for('back-of-house enclosure')
type Enclosing = { [enclosureKey]?: Enclosure }

/** Puts code, SQL or messages on a span that is still running. */
export function enclose(span: object, enclosure: Enclosure): void {
  const enclosing = span as Enclosing
  const earlier = enclosing[enclosureKey]
  if (earlier) Object.assign(earlier, enclosure)
  else enclosing[enclosureKey] = enclosure
}

/** Hands spans to the store, as soon as they begin and again when they end. */
class VisitProcessor implements SpanProcessor {
  readonly #visits = new WeakMap<object, Visit>()
  readonly #begun = new WeakMap<Visit, SdkSpan[]>()

  onStart(span: SdkSpan, parent: Context): void {
    const visit = visitOf(parent)
    if (!visit?.isKept) return
    this.#visits.set(span, visit)
    if (visit.sandboxId !== null) return this.#announce(span, visit)
    const waiting = this.#begun.get(visit) ?? []
    this.#begun.set(visit, [...waiting, span])
  }

  onEnd(span: ReadableSpan): void {
    const visit = this.#visits.get(span)
    if (!visit?.isKept) return
    if (visit.sandboxId === null) return this.#endLater(span, visit)
    this.#catchUp(visit)
    this.#keep(span, visit)
  }

  readonly #ended = new WeakMap<Visit, ReadableSpan[]>()

  /** Whose trace it is may turn out after its first spans have ended. */
  #endLater(span: ReadableSpan, visit: Visit): void {
    this.#ended.set(visit, [...(this.#ended.get(visit) ?? []), span])
  }

  #catchUp(visit: Visit): void {
    for (const span of this.#begun.get(visit) ?? []) this.#announce(span, visit)
    this.#begun.delete(visit)
    const ended = this.#ended.get(visit) ?? []
    this.#ended.delete(visit)
    for (const span of ended) this.#keep(span, visit)
  }

  #keep(span: ReadableSpan, visit: Visit): void {
    if (visit.sandboxId === null) return
    const { traceId } = span.spanContext()
    spanStore().end(visit.sandboxId, traceId, recordedOf(span, visit))
  }

  #announce(span: SdkSpan, visit: Visit): void {
    if (visit.sandboxId === null) return
    const { traceId, spanId } = span.spanContext()
    spanStore().start(visit.sandboxId, traceId, {
      spanId,
      parentSpanId: span.parentSpanContext?.spanId ?? null,
      name: span.name,
      kind: kinds[span.kind],
      service: visit.service,
      startTime: span.startTime,
    })
  }

  forceFlush(): Promise<void> {
    return spanStore().flush()
  }
  shutdown(): Promise<void> {
    return spanStore().flush()
  }
}

const kinds = {
  [SpanKind.INTERNAL]: 'internal',
  [SpanKind.SERVER]: 'server',
  [SpanKind.CLIENT]: 'client',
  [SpanKind.PRODUCER]: 'producer',
  [SpanKind.CONSUMER]: 'consumer',
} as const

const codes = {
  [SpanStatusCode.UNSET]: 'unset',
  [SpanStatusCode.OK]: 'ok',
  [SpanStatusCode.ERROR]: 'error',
} as const

function recordedOf(span: ReadableSpan, visit: Visit): RecordedSpan {
  const { code, message } = span.status
  return {
    spanId: span.spanContext().spanId,
    parentSpanId: span.parentSpanContext?.spanId ?? null,
    name: span.name,
    kind: kinds[span.kind],
    service: visit.service,
    startTime: span.startTime,
    endTime: span.endTime,
    status: { code: codes[code], ...(message ? { message } : {}) },
    attributes: plain(span.attributes),
    events: span.events.map((event) => ({
      name: event.name,
      timeUnixNano: nanoseconds(event.time),
      attributes: plain(event.attributes ?? {}),
    })),
    ...(span as Enclosing)[enclosureKey],
  }
}

function plain(attributes: Attributes): RecordedSpan['attributes'] {
  const kept: RecordedSpan['attributes'] = {}
  for (const [name, value] of Object.entries(attributes))
    if (Array.isArray(value))
      kept[name] = value.filter((item) => item !== null && item !== undefined)
    else if (value !== undefined) kept[name] = value
  return kept
}

declare global {
  var backOfHouseTracer: Tracer | undefined
}

/**
 * The tracer of this process. Its provider is not registered globally: Next
 * would then record spans of its own into every request, which cost time and
 * are not part of the story.
 */
export function tracer(): Tracer {
  return (globalThis.backOfHouseTracer ??= makeTracer())
}

function makeTracer(): Tracer {
  context.setGlobalContextManager(
    new AsyncLocalStorageContextManager().enable(),
  )
  const provider = new BasicTracerProvider({
    sampler: new AlwaysOnSampler(),
    spanProcessors: env.TRACING === 'on' ? [new VisitProcessor()] : [],
  })
  return provider.getTracer('back-of-house')
}
