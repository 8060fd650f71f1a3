import { useRouter } from 'next/navigation'
import type { OrderSeen } from './order-seen'
import { BreakIt } from './break-it'
import { useOrdering } from './use-ordering'
import './break-it.css'

/** The board beside a replay: the same order once more, and then its trace. */
export function OrderAgain({ wish, prices }: OrderSeen) {
  const router = useRouter()
  const ordering = useOrdering(wish, (traceId) =>
    router.push(`/trace/${traceId}`),
  )
  return (
    <BreakIt
      {...ordering}
      priceOf={(dish) => prices[dish] ?? 0}
      orderLabel="Order again"
    />
  )
}
