import { useRef, useState } from 'react'
import type { NewOrder, Order } from '@/contracts/orders'
import {
  placeOrder,
  sendBrowserSpans,
  type PressNews,
} from '@/components/api-client'
import { ApiProblemError, NotKnownError } from '@/components/api-errors'
import type { KindWords } from '@/components/kind-words'
import { recordPaint } from '@/components/record-paint'
import { sandboxHint } from '@/components/sandbox-session'
import { startPress } from '@/components/start-press'
import { wordsFor } from './delivery-words'
import { rememberTrace } from './known-traces'
import { closePress, keyFor } from './open-press'

export type Placing = {
  isSending: boolean
  news: PressNews | null
  hasRenewed: boolean
  problem: { words: KindWords; slug: string } | null
}

const atRest: Placing = {
  isSending: false,
  news: null,
  hasRenewed: false,
  problem: null,
}

/** The press of the black button, from the click to the painted answer. */
export function usePlaceOrder({
  onPlaced,
  onRefused,
}: {
  onPlaced: (order: Order, isReplay: boolean) => void
  onRefused: (slug: string) => void
}) {
  const [state, setState] = useState(atRest)
  const isBusy = useRef(false)
  const change = (next: Partial<Placing>) =>
    setState((before) => ({ ...before, ...next }))

  async function press(wish: NewOrder, pressedAt: number) {
    if (isBusy.current) return
    isBusy.current = true
    const { trace, root } = startPress(pressedAt)
    setState({ ...atRest, isSending: true })
    const key = keyFor(wish.restaurant, JSON.stringify(wish))
    const onNews = (news: PressNews) => {
      if (news.kind === 'new-sandbox') change({ news, hasRenewed: true })
      else change({ news })
    }
    try {
      const placed = await placeOrder(wish, { key, trace, root, onNews })
      closePress(wish.restaurant)
      rememberTrace(placed.order.id, 'placed', trace.traceId)
      const paintedFrom = performance.now()
      change({ isSending: false, news: null })
      onPlaced(placed.order, placed.isReplay)
      await recordPaint(trace, root, paintedFrom)
    } catch (error) {
      if (isRefusal(error)) closePress(wish.restaurant)
      root.fail('the order was not placed')
      const problem = { words: await wordsFor(error), slug: slugOf(error) }
      change({ isSending: false, news: null, problem })
      onRefused(problem.slug)
    } finally {
      isBusy.current = false
    }
    if (sandboxHint()) await sendBrowserSpans(trace)
  }

  return { ...state, press, mend: () => change({ problem: null }) }
}

/** A plain no. After anything else the order may exist, and keeps its key. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof ApiProblemError &&
    error.problem.status < 500 &&
    !error.is('request-in-progress')
  )
}

function slugOf(error: unknown): string {
  if (error instanceof ApiProblemError) return error.slug
  return error instanceof NotKnownError ? 'not-known' : ''
}
