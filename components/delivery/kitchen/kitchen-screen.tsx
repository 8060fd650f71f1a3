'use client'

import { useEffect, useRef, useState } from 'react'
import type { Order, OrderStatus } from '@/contracts/orders'
import { useHasSandbox } from '@/components/use-has-sandbox'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { ScreenFrame } from '../screen-frame'
import { useConnection } from '../use-connection'
import { useDeliveries } from '../use-deliveries'
import { placeOf } from '../order-screens'
import { useMoveOrder } from '../use-move-order'
import { useNamedOrder } from '../use-named-order'
import { useNews } from '../use-news'
import { useOrders } from '../use-orders'
import { useServerNow } from '../use-server-now'
import { useShift } from '../use-shift'
import { KitchenBoard } from './kitchen-board'
import { RejectDialog } from './reject-dialog'
import { usePrinted } from './use-printed'
import { isUnderWay } from '../order-progress'

/** The kitchen of every restaurant in this sandbox: its tickets, and its moves. */
export function KitchenScreen({ takesOver = true }: { takesOver?: boolean }) {
  const hasSandbox = useHasSandbox()
  const { orders, problem, take, reload } = useOrders('/api/orders?limit=100')
  const { deliveries } = useDeliveries(hasSandbox)
  const connection = useConnection(hasSandbox)
  const shift = useShift('kitchen', hasSandbox, takesOver)
  const printed = usePrinted(hasSandbox)
  // Beside other screens, one of them speaks for all.
  const news = useNews(hasSandbox && takesOver)
  const { moving, trouble, move, lookAgain } = useMoveOrder(take)
  const [rejecting, setRejecting] = useState<Order | null>(null)
  const keepFocus = useFocusOnTicket(orders)
  const named = useNamedOrder('ticket', orders)
  const isAnyUnderWay = orders?.some(({ status }) => isUnderWay(status))
  const now = useServerNow(isAnyUnderWay ? 1_000 : null)

  const press = (order: Order, status: OrderStatus, reason?: string) => {
    keepFocus(order.id)
    void move(order, status, reason)
  }
  return (
    <ScreenFrame
      {...{ connection, shift, news, now }}
      part="kitchen"
      title="Plateful kitchens"
    >
      {problem && (
        <ProblemNotice words={problem} onTryAgain={() => void reload()} />
      )}
      {trouble && (
        <ProblemNotice
          key={trouble.order.id}
          words={trouble.words}
          onTryAgain={() => void lookAgain()}
        />
      )}
      <KitchenBoard
        {...{ orders, deliveries, printed, now, moving, named }}
        canPress={!shift.sandbox?.part || shift.sandbox.part === 'kitchen'}
        onMove={press}
        onReject={setRejecting}
      />
      <RejectDialog
        order={rejecting}
        onClose={() => setRejecting(null)}
        onReject={(order, reason) => {
          setRejecting(null)
          press(order, 'rejected', reason)
        }}
      />
    </ScreenFrame>
  )
}

/** A pressed ticket moves to another column, and takes the focus along. */
function useFocusOnTicket(change: unknown): (order: string) => void {
  const pressed = useRef<string | null>(null)
  useEffect(() => {
    if (pressed.current === null || document.activeElement !== document.body)
      return
    document
      .getElementById(placeOf('ticket', pressed.current))
      ?.focus({ preventScroll: true })
    pressed.current = null
  }, [change])
  return (order) => {
    pressed.current = order
  }
}
