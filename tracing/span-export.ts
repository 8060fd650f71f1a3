import { setImmediate as nextTurn } from 'node:timers/promises'
import { context, ROOT_CONTEXT } from '@opentelemetry/api'
import type { Span } from '@/contracts/trace'
import type { SpanExportSettings } from '@/env'
import type { SendSpans } from './otlp-exporter'

/** Spans that may wait; of more the oldest are dropped, and counted. */
const mostWaiting = 4_096
/** Spans of one message: turning them into bytes holds up the event loop. */
const mostAtOnce = 128
const gatherMs = 1_000
/** How long a frozen or stopped process may be kept awake for the rest. */
const longestWaitMs = 2_000
/** An outage is logged once, and again each minute while it lasts. */
const logEveryMs = 60_000

/**
 * Sends every span that is kept to a collector as well. Nobody ever waits for
 * it: one message is under way at a time, what a slow collector does not take
 * waits in a queue with an end, and what it refuses is dropped.
 */
export class SpanExport {
  readonly #settings: SpanExportSettings
  readonly #waiting: Span[] = []
  #send: Promise<SendSpans> | undefined
  #timer: NodeJS.Timeout | undefined
  #draining: Promise<void> | undefined
  readonly #underWay = new Set<Promise<void>>()
  #loggedAt = -Infinity
  #isFailing = false
  /** Spans that arrived, and that did not. */
  readonly count = { sent: 0, dropped: 0 }

  constructor(settings: SpanExportSettings) {
    this.#settings = settings
  }

  add(span: Span): void {
    if (this.#waiting.push(span) > mostWaiting) {
      this.#waiting.shift()
      this.count.dropped++
    }
    // Not a part of the visit that happens to be the first.
    this.#timer ??= context.with(ROOT_CONTEXT, () =>
      setTimeout(() => void this.#drain(), gatherMs).unref(),
    )
  }

  /** Sends what waits. Resolves when it is sent, or given up for now. */
  async flush(): Promise<void> {
    await within(longestWaitMs, this.#drain())
  }

  /** Sends what waits, side by side, before the process ends. */
  async close(): Promise<void> {
    clearTimeout(this.#timer)
    while (this.#waiting.length > 0)
      void this.#deliver(this.#waiting.splice(0, mostAtOnce))
    await within(
      Math.min(longestWaitMs, this.#settings.timeoutMs),
      Promise.all(this.#underWay),
    )
  }

  #drain(): Promise<void> {
    clearTimeout(this.#timer)
    return (this.#draining ??= (async () => {
      while (this.#waiting.length > 0)
        await this.#deliver(this.#waiting.splice(0, mostAtOnce))
      this.#draining = undefined
      this.#timer = undefined
    })())
  }

  #deliver(spans: Span[]): Promise<void> {
    const delivery = this.#attempt(spans).finally(() =>
      this.#underWay.delete(delivery),
    )
    this.#underWay.add(delivery)
    return delivery
  }

  async #attempt(spans: Span[]): Promise<void> {
    try {
      await nextTurn()
      this.#send ??= import('./otlp-exporter').then(({ openExporter }) =>
        openExporter(this.#settings),
      )
      const send = await this.#send
      // The exporter's own limit begins anew with each byte that comes back.
      const limitMs = this.#settings.timeoutMs * 2
      if (!(await within(limitMs, send(spans)))) throw new Error('no answer')
      this.count.sent += spans.length
      if (this.#isFailing) this.#log('The collector takes spans again')
      this.#isFailing = false
    } catch (error) {
      this.count.dropped += spans.length
      const isTime = Date.now() - this.#loggedAt >= logEveryMs
      if (isTime || !this.#isFailing) this.#logFailure(error)
      this.#isFailing = true
    }
  }

  #logFailure(error: unknown): void {
    const reason = error instanceof Error ? error.message : 'unknown'
    this.#log(`The collector takes no spans (${reason || 'no answer'})`)
    this.#loggedAt = Date.now()
  }

  #log(what: string): void {
    const { dropped } = this.count
    console.error(`${what}. Dropped since the start: ${dropped}.`)
  }
}

/** Whether something was done in time. What goes wrong with it is thrown. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  try {
    return await Promise.race([work.then(() => true), tooLate])
  } finally {
    clearTimeout(timer)
  }
}

declare global {
  /** Made at the start, where a variable asks for it; see start-backend.ts. */
  var backOfHouseSpanExport: SpanExport | undefined
}
