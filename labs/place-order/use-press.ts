import { useEffect, useRef, useState } from 'react'
import type { Order, OrderStatus } from '@/contracts/orders'
import type { Span, WireMessage } from '@/contracts/trace'
import {
  placeOrder,
  sendBrowserSpans,
  type PressNews,
} from '@/components/api-client'
import { ApiProblemError } from '@/components/api-errors'
import { randomUuid } from '@/components/browser-trace'
import { rememberTrace } from '@/components/delivery/known-traces'
import { followEventFeed } from '@/components/event-feed'
import { kindWordsFor, type KindWords } from '@/components/kind-words'
import type { Armed } from '@/components/faults/armed'
import { recordPaint } from '@/components/record-paint'
import { sandboxHint } from '@/components/sandbox-session'
import { startPress } from '@/components/start-press'
import { collectSpans } from '@/components/trace/collect-spans'
import type { Basket } from './order-form'

export type PressState = {
  phase: 'idle' | 'sending' | 'placed' | 'refused'
  traceId: string | null
  news: PressNews | null
  hasRenewed: boolean
  request: WireMessage | null
  response: WireMessage | null
  order: Order | null
  status: OrderStatus | null
  problem: KindWords | null
  spans: readonly Span[]
  /** Sent without a protection, to see what that is good for. */
  isUnprotected: boolean
  /** The sandbox was emptied since, and the order is gone with it. */
  isGone: boolean
}

const atRest: PressState = {
  phase: 'idle',
  traceId: null,
  news: null,
  hasRenewed: false,
  request: null,
  response: null,
  order: null,
  status: null,
  problem: null,
  spans: [],
  isUnprotected: false,
  isGone: false,
}

/** The press of the button, from the click to the last span of its trace. */
export function usePress(restaurant: string) {
  const [state, setState] = useState(atRest)
  const [isWatching, setIsWatching] = useState(false)
  const isBusy = useRef(false)
  const open: Open = useRef(null)
  const orderId = useRef<string | null>(null)
  const collector = useRef<ReturnType<typeof collectSpans> | null>(null)
  const change = (next: Partial<PressState>) =>
    setState((before) => ({ ...before, ...next }))

  useFeed(isWatching, {
    onSpan: (span) => collector.current?.add([span]),
    onStatus: (order, status) => {
      if (order === orderId.current) change({ status })
    },
    onEmptied: () => change({ isGone: orderId.current !== null }),
  })
  useEffect(() => () => collector.current?.stop(), [])

  async function press(
    basket: Basket,
    pressedAt: number,
    armed: Armed | null = null,
  ) {
    if (isBusy.current) return
    isBusy.current = true
    const { trace, root } = startPress(pressedAt)
    const wish = { restaurant, lines: linesOf(basket) }
    const key = keyFor(open, JSON.stringify(wish))
    collector.current?.stop()
    const collecting = collectSpans(trace.traceId, (spans) => change({ spans }))
    collector.current = collecting
    orderId.current = null
    const { traceId } = trace
    const isUnprotected = armed?.isProtected === false
    setState({ ...atRest, phase: 'sending', traceId, isUnprotected })
    if (sandboxHint()) setIsWatching(true)
    const onNews = (news: PressNews) => change(changeBy(news))
    try {
      const send = armed?.send ?? placeOrder
      const placed = await send(wish, { key, trace, root, onNews })
      open.current = null
      orderId.current = placed.order.id
      rememberTrace(placed.order.id, 'placed', traceId)
      const { order, response } = placed
      const paintedFrom = performance.now()
      change({
        phase: 'placed',
        order,
        response,
        status: order.status,
        news: null,
      })
      setIsWatching(true)
      await recordPaint(trace, root, paintedFrom)
    } catch (error) {
      root.fail('the order was not placed')
      change(await refusedBy(error))
    } finally {
      isBusy.current = false
      if (isUnprotected) open.current = null
    }
    await trace.settled()
    collecting.add(trace.spans)
    collecting.read()
    if (sandboxHint()) await sendBrowserSpans(trace)
  }

  const startAgain = () => {
    collector.current?.stop()
    setState(atRest)
  }
  return {
    state,
    press,
    startAgain,
    mend: () => change({ phase: 'idle', problem: null }),
  }
}

type Open = { current: { key: string; wish: string } | null }

/** A wish keeps its key for as long as nobody knows what became of it. */
function keyFor(open: Open, wish: string): string {
  if (open.current?.wish !== wish) open.current = { key: randomUuid(), wish }
  return open.current.key
}

async function refusedBy(error: unknown): Promise<Partial<PressState>> {
  const problem = await kindWordsFor(error)
  const response = error instanceof ApiProblemError ? error.response : null
  return { phase: 'refused', problem, response, news: null }
}

function changeBy(news: PressNews): Partial<PressState> {
  if (news.kind === 'sending') return { request: news.request }
  return news.kind === 'new-sandbox' ? { news, hasRenewed: true } : { news }
}

/** What the event feed says about orders and spans, while it is wanted. */
function useFeed(
  isWatching: boolean,
  hear: {
    onSpan: (span: Span) => void
    onStatus: (order: string, status: OrderStatus) => void
    onEmptied: () => void
  },
) {
  const latest = useRef(hear)
  useEffect(() => {
    latest.current = hear
  })
  useEffect(() => {
    if (!isWatching) return
    return followEventFeed({
      onEvent: ({ event, data }) => {
        if (event === 'span.ended') latest.current.onSpan(data)
        else if (event === 'sandbox.emptied') latest.current.onEmptied()
        else if ('status' in data && 'order' in data) {
          latest.current.onStatus(data.order, data.status)
        }
      },
    })
  }, [isWatching])
}

function linesOf(basket: Basket) {
  return Object.entries(basket).flatMap(([dish, quantity]) =>
    quantity > 0 ? [{ dish, quantity }] : [],
  )
}
