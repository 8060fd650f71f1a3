import type { Delivery } from '@/contracts/deliveries'
import type { Order, OrderStatus } from '@/contracts/orders'
import { Icon } from '@/components/ui/icon'
import { cityMinutes, shareOfWay } from '../delivery-progress'
import { shortOf } from '../order-progress'
import { placeOf } from '../order-screens'
import { WayMap } from '../way/way-map'

/** A delivery that was taken: the map, what is waited for, the next press. */
export function Ride({
  order,
  delivery,
  now,
  canPress,
  isMoving,
  isNamed,
  onMove,
}: {
  order: Order
  delivery: Delivery
  now: number
  canPress: boolean
  isMoving: boolean
  /** Somebody was led here for this one. */
  isNamed: boolean
  onMove: (status: OrderStatus) => void
}) {
  const { status } = order
  const { title, line } = wordsFor(order, delivery, now)
  const next = nextPress[status]
  return (
    <article
      className={isNamed ? 'ride is-named' : 'ride'}
      id={placeOf('ride', order.id)}
      tabIndex={-1}
      aria-label={`Ride of order ${shortOf(order.id)}`}
    >
      <WayMap delivery={delivery} />
      <div className="ride-words">
        <p className="ride-order">
          <span className="num">{shortOf(order.id)}</span>
          {delivery.courier && <b>{delivery.courier}</b>}
        </p>
        <h3>{title}</h3>
        <p>{line}</p>
        {order.note && <p className="kitchen-ticket-note">“{order.note}”</p>}
        {next && canPress && (
          <button
            type="button"
            className="ride-button"
            aria-disabled={isMoving}
            onClick={() => onMove(next[0])}
          >
            {next[1]}
            <span className="sr-only"> order {shortOf(order.id)}</span>
            <Icon name="check" size={20} />
          </button>
        )}
      </div>
    </article>
  )
}

const nextPress: Partial<Record<OrderStatus, [OrderStatus, string]>> = {
  ready: ['collected', 'Collected'],
  collected: ['delivered', 'Delivered'],
}

function wordsFor(
  { status }: Order,
  delivery: Delivery,
  now: number,
): { title: string; line: string } {
  const { restaurant, distanceKm, travelMs } = delivery
  if (status === 'collected') {
    const share = shareOfWay(delivery, now)
    const left = distanceKm * (1 - share)
    return share < 1
      ? {
          title: 'To the guest’s door',
          line: `${left.toFixed(1)} km to go, about ${cityMinutes(delivery, travelMs * (1 - share))}`,
        }
      : { title: 'At the guest’s door', line: 'Ring, and hand it over.' }
  }
  const line =
    status === 'ready'
      ? 'The food is ready. Collect it.'
      : status === 'cooking'
        ? 'Wait: the kitchen is cooking.'
        : 'Wait: the kitchen has not begun to cook.'
  return { title: restaurant.address, line }
}
