import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import type { Order } from '@/contracts/orders'
import { Icon } from '@/components/ui/icon'
import { price } from '@/components/ui/price'
import { useFocusFallback } from '@/components/ui/use-focus-fallback'
import { CancelOrder } from './cancel-order'
import { EstimateRest } from './estimate-rest'
import { traceOf, useKnownTraces } from './known-traces'
import { isUnderWay, statusSentence } from './order-progress'
import { OrderSteps } from './order-steps'

/** Loaded with the first order that is under way. */
const OnTheWay = dynamic(
  () => import('./on-the-way').then((screen) => screen.OnTheWay),
  { ssr: false, loading: EstimateRest },
)

/** One order: where it is, what may be done with it, and its trace. */
export function OrderPanel({
  order,
  isNew = false,
  isReplay = false,
  onChanged,
}: {
  order: Order
  /** It was placed a moment ago on this page, and has a heading of its own. */
  isNew?: boolean
  isReplay?: boolean
  onChanged: (order: Order) => void
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const now = useFocusFallback<HTMLParagraphElement>(order.status)
  const traces = useKnownTraces()
  useEffect(() => {
    if (isNew) heading.current?.focus()
  }, [isNew])
  return (
    <article className="order-panel">
      <div className="order-front">
        {isNew && (
          <h2 ref={heading} tabIndex={-1}>
            Order placed
          </h2>
        )}
        <p
          ref={now}
          className="order-now"
          aria-live="polite"
          aria-atomic="true"
          tabIndex={-1}
        >
          {statusSentence(order)}
        </p>
        {isReplay && (
          <p className="order-aside">
            The server had this order already. It gave its first answer again
            and ordered nothing twice.
          </p>
        )}
        {isUnderWay(order.status) && <OnTheWay order={order.id} />}
        <OrderSteps order={order} traces={traces} />
        <OrderFacts order={order} />
        <CancelOrder {...{ order, onChanged }} />
      </div>
      <OrderBack
        isUnderWay={isUnderWay(order.status)}
        traceId={traceOf(traces, order.id, 'placed')}
      />
    </article>
  )
}

function OrderFacts({ order }: { order: Order }) {
  return (
    <dl className="order-facts">
      {order.lines.map((line) => (
        <div key={line.dish}>
          <dt>
            {line.quantity} × {line.name}
          </dt>
          <dd>{price(line.total)}</dd>
        </div>
      ))}
      <div>
        <dt>Delivery</dt>
        <dd>{price(order.deliveryFee)}</dd>
      </div>
      <div className="is-total">
        <dt>Total</dt>
        <dd>{price(order.total)}</dd>
      </div>
      {order.note && (
        <div className="is-note">
          <dt>Note</dt>
          <dd>{order.note}</dd>
        </div>
      )}
      <div className="is-note">
        <dt>Order</dt>
        <dd className="micro">{order.id}</dd>
      </div>
    </dl>
  )
}

/** The dark side of an order: its trace, and who plays the other side. */
function OrderBack({
  isUnderWay,
  traceId,
}: {
  isUnderWay: boolean
  traceId: string | null
}) {
  if (!isUnderWay && !traceId) return null
  return (
    <>
      <div className="flat-pass caps" aria-hidden="true">
        The pass
      </div>
      <div className="order-back back">
        {traceId && (
          <Link className="button" href={`/trace/${traceId}`} prefetch={false}>
            Open the trace
            <Icon name="arrow-right" size={15} />
          </Link>
        )}
        {isUnderWay && (
          <p>
            Kitchen and courier are played by the autopilot, unless you do:{' '}
            <Link href="/plateful/kitchen">open the kitchen</Link> or{' '}
            <Link href="/plateful/courier">ride as the courier</Link>.
          </p>
        )}
      </div>
    </>
  )
}
