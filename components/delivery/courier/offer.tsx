import type { Delivery } from '@/contracts/deliveries'
import type { Order } from '@/contracts/orders'
import { price } from '@/components/ui/price'
import { cityMinutes } from '../delivery-progress'
import { shortOf } from '../order-progress'
import { placeOf } from '../order-screens'

/** A way that is on offer: how far, from where, for how much. */
export function Offer({
  order,
  delivery,
  canPress,
  isTaking,
  isNamed,
  onTake,
}: {
  order: Order
  delivery: Delivery
  canPress: boolean
  isTaking: boolean
  /** Somebody was led here for this one. */
  isNamed: boolean
  onTake: () => void
}) {
  const { restaurant, distanceKm, travelMs } = delivery
  return (
    <article
      className={isNamed ? 'offer is-named' : 'offer'}
      id={placeOf('ride', order.id)}
      tabIndex={-1}
      aria-label={`Offer of order ${shortOf(order.id)}`}
    >
      <div>
        <h4>{restaurant.name}</h4>
        <p>{restaurant.address}</p>
        <p>
          {distanceKm.toFixed(1)} km, about {cityMinutes(delivery, travelMs)}
        </p>
      </div>
      <p className="offer-fee">{price(order.deliveryFee)}</p>
      {canPress && (
        <button
          type="button"
          className="button"
          aria-disabled={isTaking}
          onClick={onTake}
        >
          Take it
          <span className="sr-only">, order {shortOf(order.id)}</span>
        </button>
      )}
    </article>
  )
}
