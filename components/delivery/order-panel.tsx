import Link from 'next/link'
import { useEffect, useRef } from 'react'
import type { Order, OrderStatus } from '@/contracts/orders'
import { Icon } from '@/components/ui/icon'
import { price } from '@/components/ui/price'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { traceOf, useKnownTraces } from './known-traces'
import {
  isCancellable,
  nextMove,
  statusNames,
  statusSentence,
} from './order-progress'
import { OrderSteps } from './order-steps'
import { useFocusKept } from './use-focus-kept'
import { useMoveOrder } from './use-move-order'

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
  const now = useFocusKept<HTMLParagraphElement>(order.status)
  const traces = useKnownTraces()
  const { isMoving, problem, move, lookAgain } = useMoveOrder(order, onChanged)
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
        <p ref={now} className="order-now" role="status" tabIndex={-1}>
          {statusSentence(order)}
        </p>
        {isReplay && (
          <p className="order-aside">
            The server had this order already. It gave its first answer again
            and ordered nothing twice.
          </p>
        )}
        <OrderSteps order={order} traces={traces} />
        <OrderFacts order={order} />
        {problem && (
          <ProblemNotice words={problem} onTryAgain={() => void lookAgain()} />
        )}
        {isCancellable(order.status) && (
          <button
            type="button"
            className="button"
            aria-disabled={isMoving}
            onClick={() => void move('cancelled')}
          >
            <Icon name="fail" size={15} />
            Cancel this order
          </button>
        )}
      </div>
      <OrderBack
        next={nextMove(order.status)}
        traceId={traceOf(traces, order.id, 'placed')}
        isMoving={isMoving}
        onMove={(next) => void move(next)}
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

/** The dark side of an order: its trace, and the kitchen's next move. */
function OrderBack({
  next,
  traceId,
  isMoving,
  onMove,
}: {
  next: OrderStatus | null
  traceId: string | null
  isMoving: boolean
  onMove: (next: OrderStatus) => void
}) {
  if (!next && !traceId) return null
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
        {next && (
          <div>
            <button
              type="button"
              className="button"
              aria-disabled={isMoving}
              onClick={() => onMove(next)}
            >
              <Icon name="server" size={15} />
              Play the kitchen: {statusNames[next].toLowerCase()}
            </button>
            <p>
              No cook and no courier sits behind this page. Press to make their
              next move yourself: a PATCH with If-Match, as they would send it.
            </p>
          </div>
        )}
      </div>
    </>
  )
}
