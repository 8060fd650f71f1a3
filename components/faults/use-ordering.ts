import { useRef, useState } from 'react'
import type { NewOrder } from '@/contracts/orders'
import { placeOrder, sendBrowserSpans, type PressNews } from '../api-client'
import { randomUuid } from '../browser-trace'
import { pressWords } from '../press-words'
import { startPress } from '../start-press'
import type { Armed } from './armed'

/** Sends one and the same order, each time as the board has it sent. */
export function useOrdering(
  wish: NewOrder,
  onDone: (traceId: string) => void = () => {},
) {
  const [isBusy, setIsBusy] = useState(false)
  const [news, setNews] = useState<PressNews | null>(null)
  const armed = useRef<Armed | null>(null)
  const isSending = useRef(false)

  async function order(pressedAt: number) {
    if (isSending.current) return
    isSending.current = true
    setIsBusy(true)
    const { trace, root } = startPress(pressedAt)
    const onNews = (heard: PressNews) => {
      if (heard.kind !== 'sending') setNews(heard)
    }
    const send = armed.current?.send ?? placeOrder
    try {
      await send(wish, { key: randomUuid(), trace, root, onNews })
      root.end()
    } catch {
      // What was refused is told on the board, and by the trace.
      root.fail('the order was not placed')
    }
    await sendBrowserSpans(trace)
    isSending.current = false
    setIsBusy(false)
    setNews(null)
    onDone(trace.traceId)
  }

  return {
    isBusy,
    news: pressWords(news, news?.kind === 'new-sandbox'),
    onArm: (next: Armed | null) => {
      armed.current = next
    },
    onOrder: (pressedAt: number) => void order(pressedAt),
  }
}
