import { useRef, useState } from 'react'
import type { Order, OrderStatus } from '@/contracts/orders'
import { ApiProblemError } from '@/components/api-errors'
import type { KindWords } from '@/components/kind-words'
import { getOrder, moveOrder } from './delivery-api'
import { wordsForMoving } from './delivery-words'
import { rememberTrace } from './known-traces'

const movedMeanwhile: KindWords = {
  title: 'It has moved on meanwhile',
  text: 'Somebody else moved this order a moment before. The steps show where it is now.',
  way: { do: 'try-again', label: 'Look again', waitMs: 0 },
  href: '/problems/precondition-failed',
}

/** Moves an order on, if it is still where the reader saw it. */
export function useMoveOrder(order: Order, onChanged: (order: Order) => void) {
  const [isMoving, setIsMoving] = useState(false)
  const [problem, setProblem] = useState<KindWords | null>(null)
  const isBusy = useRef(false)

  async function move(status: OrderStatus) {
    if (isBusy.current) return
    isBusy.current = true
    setIsMoving(true)
    setProblem(null)
    try {
      const current = await getOrder(order.id)
      if (current.order.status !== order.status) {
        onChanged(current.order)
        setProblem(movedMeanwhile)
        return
      }
      const { moved, traceId } = await moveOrder(current, status)
      rememberTrace(order.id, status, traceId)
      onChanged(moved.order)
    } catch (error) {
      setProblem(await wordsForMoving(error))
      if (error instanceof ApiProblemError) await show()
    } finally {
      isBusy.current = false
      setIsMoving(false)
    }
  }

  /** Shows the order as it is, after a move that may have come too late. */
  async function show() {
    const current = await getOrder(order.id).catch(() => null)
    if (current) onChanged(current.order)
    return current !== null
  }

  return {
    isMoving,
    problem,
    move,
    lookAgain: async () => {
      if (await show()) setProblem(null)
    },
  }
}
