import type { OrderStatus } from '@/contracts/orders'
import { BrowserTrace } from '@/components/browser-trace'
import { ways as nextOf } from '@/components/delivery/order-progress'
import { nextPaint } from '@/components/record-paint'
import { askForClock, type ClockOffset } from './clock-offset'
import { wayNames, type Span, type WayName, type WayRecords } from './figures'
import { Meter } from './meter'
import {
  byEvents,
  byLongPolling,
  byPolling,
  type Follow,
  type News,
} from './ways'

type Phase = 'starting' | 'following' | 'quiet' | 'over'

/** Why a run is over before its time. */
type Ending = 'stopped' | 'gone' | 'no-clock'

export type RunState = {
  phase: Phase
  ending: Ending | null
  isPaused: boolean
  order: string
  /** The requests of each way are one trace. */
  traceIds: Record<WayName, string>
  everyMs: number
  offset: ClockOffset | null
  /** From the first request on, by the clock of the page. */
  span: Span | null
  /** The minute in which nothing happens; as long as it lasts, it grows. */
  quiet: Span | null
  ways: WayRecords
}

const follows = {
  polling: byPolling,
  'long-polling': byLongPolling,
  events: byEvents,
} satisfies Record<WayName, unknown>

/** So long the three are watched after the last event. */
export const quietMs = 60_000

/** One order, followed in three ways at once. */
export class Run {
  #state: RunState
  readonly #listeners = new Set<() => void>()
  readonly #meters: Record<WayName, Meter>
  #follows: Follow[] = []
  #stopping: AbortController | null = null
  #resumedAt = -Infinity
  #quietTimer: ReturnType<typeof setTimeout> | undefined

  constructor(order: string, everyMs: number) {
    const meter = () => new Meter(() => this.#change({ ways: this.#records() }))
    this.#meters = {
      polling: meter(),
      'long-polling': meter(),
      events: meter(),
    }
    this.#state = {
      phase: 'starting',
      ending: null,
      isPaused: false,
      order,
      traceIds: {
        polling: new BrowserTrace().traceId,
        'long-polling': new BrowserTrace().traceId,
        events: new BrowserTrace().traceId,
      },
      everyMs,
      offset: null,
      span: null,
      quiet: null,
      ways: this.#records(),
    }
    void this.#start()
  }

  readonly state = (): RunState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Out of sight nothing is asked; on return nothing has been missed. */
  pause() {
    if (this.#state.isPaused || this.#state.phase === 'over') return
    this.#stopping?.abort()
    clearTimeout(this.#quietTimer)
    this.#change({ isPaused: true })
  }

  resume() {
    if (!this.#state.isPaused || this.#state.phase === 'over') return
    this.#resumedAt = performance.now()
    this.#change({ isPaused: false })
    if (this.#state.phase === 'starting') return
    this.#follow()
    if (this.#state.phase === 'quiet') this.#beQuiet()
  }

  stop(ending: Ending | null = 'stopped') {
    if (this.#state.phase === 'over') return
    this.#stopping?.abort()
    clearTimeout(this.#quietTimer)
    const { span, quiet } = this.#state
    const to = performance.now()
    const isWhole = quiet !== null && to - quiet.from >= quietMs
    this.#change({
      phase: 'over',
      ending,
      span: span && { ...span, to },
      quiet: isWhole ? { ...quiet, to } : null,
    })
  }

  async #start() {
    const { order, everyMs } = this.#state
    const clock = await askForClock(order).catch(() => null)
    if (this.#state.phase === 'over') return
    if (!clock) return this.stop('no-clock')
    const { offset, lastId } = clock
    this.#follows = wayNames.map((name) =>
      follows[name]({
        order,
        lastId,
        everyMs,
        traceparent: traceparentOf(this.#state.traceIds[name]),
        meter: this.#meters[name],
        onNews: (news) => void this.#hear(name, news),
        onGone: () => this.stop('gone'),
      }),
    )
    const now = performance.now()
    this.#change({
      phase: 'following',
      offset,
      span: { from: now, to: now },
    })
    if (!this.#state.isPaused) this.#follow()
  }

  #follow() {
    const stopping = new AbortController()
    this.#stopping = stopping
    for (const follow of this.#follows) void follow(stopping.signal)
  }

  /** First on the screen, then in the figures: the delay ends when it is seen. */
  async #hear(name: WayName, { status, at }: News) {
    const meter = this.#meters[name]
    const happenedAt = Date.parse(at) - (this.#state.offset?.ms ?? 0)
    const isLate = happenedAt <= this.#resumedAt
    const heard = { status, happenedAt, paintedAt: null, isLate }
    meter.change({ heard: [...meter.record.heard, heard] })
    const paintedAt = await nextPaint()
    meter.change({
      heard: meter.record.heard.map((one) =>
        one === heard ? { ...heard, paintedAt } : one,
      ),
    })
    const isEnd = wayNames.every((each) => {
      const last = this.#meters[each].record.heard.at(-1)
      return last && nextOf[last.status].length === 0
    })
    if (isEnd && this.#state.phase === 'following') {
      this.#change({ phase: 'quiet' })
      if (!this.#state.isPaused) this.#beQuiet()
    }
  }

  #beQuiet() {
    const from = performance.now()
    this.#change({ quiet: { from, to: from } })
    clearTimeout(this.#quietTimer)
    this.#quietTimer = setTimeout(() => this.stop(null), quietMs)
  }

  #records(): WayRecords {
    const { polling, events } = this.#meters
    return {
      polling: polling.record,
      'long-polling': this.#meters['long-polling'].record,
      events: events.record,
    }
  }

  #change(part: Partial<RunState>) {
    this.#state = { ...this.#state, ...part }
    for (const listener of this.#listeners) listener()
  }
}

/** The requests have one parent: the page, which records nothing of its own. */
function traceparentOf(traceId: string): string {
  return `00-${traceId}-${new BrowserTrace().traceId.slice(16)}-01`
}

/** The status that is furthest among all that was heard. */
export function statusOf({ ways }: RunState): OrderStatus {
  const heard = wayNames.flatMap((name) => ways[name].heard)
  const newest = heard.reduce<(typeof heard)[number] | null>(
    (best, one) => (best && best.happenedAt >= one.happenedAt ? best : one),
    null,
  )
  return newest?.status ?? 'placed'
}
