import type { Order } from '@/contracts/orders'
import { CancelOrder } from '@/components/delivery/cancel-order'
import { OnTheWay } from '@/components/delivery/on-the-way'
import {
  isUnderWay,
  shortOf,
  statusSentence,
} from '@/components/delivery/order-progress'
import { OrderSteps } from '@/components/delivery/order-steps'
import { ScreenFrame } from '@/components/delivery/screen-frame'
import { useKnownTraces } from '@/components/delivery/known-traces'
import { useConnection } from '@/components/delivery/use-connection'
import { useNews } from '@/components/delivery/use-news'
import { useOrders } from '@/components/delivery/use-orders'
import { usePlaceOrder } from '@/components/delivery/use-place-order'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { useHasSandbox } from '@/components/use-has-sandbox'

const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
}

/** The guest of the lab: one dish, one button, and what becomes of it. */
export function GuestScreen({ openAll }: { openAll: () => Promise<void> }) {
  const hasSandbox = useHasSandbox()
  const { orders, take } = useOrders()
  const connection = useConnection(hasSandbox)
  const news = useNews(hasSandbox)
  const placing = usePlaceOrder({ onPlaced: take, onRefused: () => {} })
  const newest = orders?.[0]
  const press = async () => {
    await openAll()
    await placing.press(wish, performance.now())
  }
  return (
    <ScreenFrame
      {...{ connection, news }}
      part="guest"
      title={newest ? `Plateful, order ${shortOf(newest.id)}` : 'Plateful'}
      shift={null}
      now={0}
    >
      {placing.problem && (
        <ProblemNotice
          words={placing.problem.words}
          onTryAgain={() => void press()}
          onMend={placing.mend}
        />
      )}
      {newest && <Followed key={newest.id} order={newest} onChanged={take} />}
      {(!newest || !isUnderWay(newest.status)) && (
        <div className="ride-words">
          <button
            type="button"
            className="ride-button"
            aria-disabled={placing.isSending}
            onClick={() => void press()}
          >
            {newest ? 'Order another miso ramen' : 'Order a miso ramen'}
          </button>
        </div>
      )}
    </ScreenFrame>
  )
}

function Followed({
  order,
  onChanged,
}: {
  order: Order
  onChanged: (order: Order) => void
}) {
  const traces = useKnownTraces()
  return (
    <div className="track-order">
      {isUnderWay(order.status) && <OnTheWay order={order.id} />}
      <p className="order-now">{statusSentence(order)}</p>
      <OrderSteps order={order} traces={traces} />
      <CancelOrder {...{ order, onChanged }} />
    </div>
  )
}
