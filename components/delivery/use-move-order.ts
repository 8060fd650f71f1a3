import { useRef, useState } from 'react'
import type { Order, OrderStatus } from '@/contracts/orders'
import type { KindWords } from '@/components/kind-words'
import { findNow, tryMove } from './try-move'

type Trouble = { order: Order; words: KindWords }

/** Moves orders on, one press at a time, if they are where the reader saw them. */
export function useMoveOrder(onChanged: (order: Order) => void) {
  const [moving, setMoving] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const isBusy = useRef(false)

  async function move(seen: Order, status: OrderStatus, reason?: string) {
    if (isBusy.current) return
    isBusy.current = true
    setMoving(seen.id)
    setTrouble(null)
    const { order, problem } = await tryMove(seen, status, reason)
    if (order) onChanged(order)
    if (problem) setTrouble({ order: order ?? seen, words: problem })
    setMoving(null)
    isBusy.current = false
  }

  async function lookAgain() {
    if (!trouble) return
    const order = await findNow(trouble.order.id)
    if (!order) return
    onChanged(order)
    setTrouble(null)
  }

  return {
    /** The id of the order that is being moved. */
    moving,
    trouble,
    move,
    lookAgain,
  }
}
