import type { OrderStatus } from '@/contracts/orders'
import { followEvents } from '@/components/event-stream'
import { isRecord } from '@/components/read-reply'
import type { ApiReply } from '@/components/send-request'
import { ways as nextOf } from '@/components/delivery/order-progress'
import { parseJson } from '@/components/parse-json'
import { pause } from '@/components/pause'
import { headBytesOf } from './figures'
import type { Meter, NoReply } from './meter'

export type News = { status: OrderStatus; at: string }

/** What every way is given, and what it tells. */
type Way = {
  order: string
  /** Where the log stood when the page began to follow the order. */
  lastId: number
  everyMs: number
  /** All requests of a way are one trace. */
  traceparent: string
  meter: Meter
  onNews: (news: News) => void
  /** The server knows the order, or the reader, no longer. */
  onGone: () => void
}

/** Follows until it is told to stop; called again, it goes on from there. */
export type Follow = (signal: AbortSignal) => Promise<void>

/** Asks every so often; a version that is known already costs no body. */
export function byPolling(way: Way): Follow {
  const { order, everyMs, traceparent, meter, onNews } = way
  const known = new Set<string>(['placed'])
  let etag: string | null = null
  return async (signal) => {
    while (!signal.aborted) {
      const next = performance.now() + everyMs
      const headers = new Headers({ traceparent })
      if (etag !== null) headers.set('if-none-match', etag)
      const fresh = (reply: ApiReply) =>
        historyIn(reply).filter(({ status }) => !known.has(status))
      const reply = await meter.ask(
        `/api/orders/${order}`,
        { headers, signal },
        (reply) => fresh(reply).length > 0,
      )
      if (signal.aborted) return
      if (isReply(reply)) {
        etag = reply.headers.get('etag') ?? etag
        for (const news of fresh(reply)) {
          known.add(news.status)
          onNews(news)
        }
      } else if (reply.isGone) return way.onGone()
      const waitMs = isReply(reply) ? 0 : reply.waitMs
      await pause(Math.max(next - performance.now(), waitMs), signal)
    }
  }
}

const shortestPauseMs = 1_000
const longestPauseMs = 10_000

/** Asks, and is kept waiting until there is an answer; then asks again. */
export function byLongPolling(way: Way): Follow {
  const { order, traceparent, meter, onNews } = way
  let after = way.lastId
  return async (signal) => {
    let pauseMs = shortestPauseMs
    while (!signal.aborted) {
      const reply = await meter.ask(
        `/api/labs/polling-or-push?order=${order}&after=${after}&wait=20`,
        { headers: { traceparent }, signal },
        (reply) => reply.status === 200,
      )
      if (signal.aborted) return
      if (isReply(reply)) {
        pauseMs = shortestPauseMs
        for (const { id, news } of itemsIn(reply)) {
          after = id
          onNews(news)
        }
        continue
      }
      if (reply.isGone) return way.onGone()
      await pause(Math.max(pauseMs, reply.waitMs), signal)
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    }
  }
}

/** Asks once; the answer has no end, and every event is a piece of it. */
export function byEvents(way: Way): Follow {
  const { order, meter, onNews, onGone } = way
  let lastId = String(way.lastId)
  return (signal) => {
    let tell: ReturnType<Meter['begin']> = () => undefined
    let status: number | null = null
    return followEvents({
      path: '/api/events?kind=order',
      signal,
      lastEventId: () => lastId,
      onStart: () => undefined,
      onStranger: onGone,
      onState: (state) => {
        if (state === 'connecting') tell = meter.begin()
        if (state === 'waiting' || state === 'closed')
          tell({
            endedAt: performance.now(),
            status,
            isCut: signal.aborted,
          })
      },
      onHead: (response) => {
        status = response.status
        const line = `HTTP/1.1 ${status} ${response.statusText}`
        meter.receive({ head: headBytesOf(line, response.headers) })
        tell({ status })
      },
      onBytes: (body) => meter.receive({ body }),
      onEvent: ({ id, data }) => {
        lastId = id ?? lastId
        const event = parseJson(data)
        if (!isNews(event) || event.order !== order) return
        tell({ status, hasNews: true })
        onNews(event)
      },
    })
  }
}

function isReply(reply: ApiReply | NoReply): reply is ApiReply {
  return 'wire' in reply
}

function isNews(value: unknown): value is News & { order?: unknown } {
  return (
    isRecord(value) &&
    typeof value.status === 'string' &&
    Object.hasOwn(nextOf, value.status) &&
    typeof value.at === 'string'
  )
}

function historyIn({ body }: ApiReply): News[] {
  return isRecord(body) && Array.isArray(body.history)
    ? body.history.filter(isNews)
    : []
}

function itemsIn({ body }: ApiReply): { id: number; news: News }[] {
  const items = isRecord(body) && Array.isArray(body.items) ? body.items : []
  return items.flatMap((item: unknown) =>
    isRecord(item) && isNews(item.data)
      ? [{ id: Number(item.id), news: item.data }]
      : [],
  )
}
