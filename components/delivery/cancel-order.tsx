import type { Order } from '@/contracts/orders'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { isCancellable } from './order-progress'
import { useMoveOrder } from './use-move-order'

/** Cancels an order while it may be, and says so when it came too late. */
export function CancelOrder({
  order,
  onChanged,
}: {
  order: Order
  onChanged: (order: Order) => void
}) {
  const { moving, trouble, move, lookAgain } = useMoveOrder(onChanged)
  return (
    <>
      {trouble && (
        <ProblemNotice
          words={trouble.words}
          onTryAgain={() => void lookAgain()}
        />
      )}
      {isCancellable(order.status) && (
        <button
          type="button"
          className="button"
          aria-disabled={moving !== null}
          onClick={() => void move(order, 'cancelled')}
        >
          <Icon name="fail" size={15} />
          Cancel this order
        </button>
      )}
    </>
  )
}
