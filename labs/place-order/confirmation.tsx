import { useEffect, useRef } from 'react'
import type { Order, OrderStatus } from '@/contracts/orders'
import { OrderScreens } from '@/components/delivery/order-screens'
import { price } from '@/components/ui/price'

const steps: { status: OrderStatus; words: string }[] = [
  { status: 'placed', words: 'Your order is saved' },
  { status: 'accepted', words: 'The restaurant accepts it' },
  { status: 'cooking', words: 'The kitchen cooks' },
  { status: 'ready', words: 'Ready to collect' },
  { status: 'collected', words: 'A courier brings it' },
  { status: 'delivered', words: 'Delivered' },
]

/** What the guest sees once the reply is there. */
export function Confirmation({
  order,
  status,
  answeredMs,
  isPlatefuls,
  isGone,
}: {
  order: Order
  status: OrderStatus
  answeredMs: number | null
  /** False for one that a lab keeps in books of its own: no kitchen has it. */
  isPlatefuls: boolean
  isGone: boolean
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const reached = steps.findIndex((step) => step.status === status)
  const isOver = isGone || reached < 0
  return (
    <div className="confirmed">
      <h2 ref={heading} tabIndex={-1}>
        Order confirmed
      </h2>
      <p>
        {answeredMs === null
          ? 'The answer is here.'
          : `The answer took ${answeredMs.toFixed(1)} ms.`}{' '}
        The dark side now shows the same moments slowly.
      </p>
      <dl className="confirmed-facts">
        <div>
          <dt>Order</dt>
          <dd className="num" title={order.id}>
            {order.id}
          </dd>
        </div>
        <div>
          <dt>
            {order.lines
              .map((line) => `${line.quantity} × ${line.name}`)
              .join(', ')}
          </dt>
          <dd>{price(order.total)}</dd>
        </div>
      </dl>
      {isOver && (
        <p className="confirmed-over">{overWords(isGone ? null : status)}</p>
      )}
      <ol className="confirmed-next" aria-label="What happens next">
        {steps.map((step, index) => (
          <li
            key={step.status}
            className={
              index === reached
                ? 'is-past is-now'
                : index < reached
                  ? 'is-past'
                  : ''
            }
            aria-current={index === reached ? 'step' : undefined}
          >
            {step.words}
            {index > reached && <span className="sr-only">, to come</span>}
          </li>
        ))}
      </ol>
      {isPlatefuls && !isGone && <OrderScreens order={order.id} />}
    </div>
  )
}

/** Off the path: there is no next step. */
function overWords(status: OrderStatus | null): string {
  if (status === null)
    return 'The sandbox was emptied since, and this order is gone with it.'
  return status === 'rejected'
    ? 'The restaurant could not take it. It will not be cooked.'
    : 'It was called off, and will not be cooked.'
}
