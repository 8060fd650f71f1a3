import { context, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { BasicTracerProvider } from '@opentelemetry/sdk-trace-base'

/** The newest spans, and no more: what an exporter would have taken by now. */
class Memory {
  #spans = new Array(4096)
  #count = 0

  onStart() {}
  onEnd(span) {
    this.#spans[this.#count++ % this.#spans.length] = span
  }
  async forceFlush() {}
  async shutdown() {}
}

/**
 * OpenTelemetry's own provider and context, as `NodeTracerProvider` sets them
 * up. Not registered globally: Next would record its own spans as well, which
 * cost more and tell nothing of the order.
 */
function startTracing() {
  context.setGlobalContextManager(
    new AsyncLocalStorageContextManager().enable(),
  )
  const provider = new BasicTracerProvider({ spanProcessors: [new Memory()] })
  if (process.env.NEXT_SPANS) trace.setGlobalTracerProvider(provider)
  return provider.getTracer('order')
}

const tracer = (globalThis.floorTracer ??= startTracing())

/** Runs a part of the order inside a span of its own. */
export function span(name, attributes, work) {
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work()
    } finally {
      span.end()
    }
  })
}
