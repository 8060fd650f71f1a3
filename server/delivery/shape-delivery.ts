import type { Delivery, DeliveryStatus } from '@/contracts/deliveries'
import type { deliveries } from '@/db/schema/deliveries'
import type { orders } from '@/db/schema/orders'
import type { restaurants } from '@/db/schema/restaurants'
import { untilCollected } from '../autopilot/pace'
import { travelMsFor, wayFrom } from './city'

type Row = {
  order: typeof orders.$inferSelect
  restaurant: typeof restaurants.$inferSelect
  delivery: typeof deliveries.$inferSelect | null
}

/** A delivery in the shape that crosses the wire, as it stands at a moment. */
export function shapeDelivery(row: Row, now: number): Delivery {
  const { order, restaurant, delivery } = row
  const { slug, name, address, position } = restaurant
  const distanceM = delivery?.distanceM ?? order.distanceM
  const distanceKm = distanceM / 1000
  const travelMs = delivery?.travelMs ?? travelMsFor(distanceM, null)
  const status = statusOf(row)
  return {
    order: order.id,
    status,
    restaurant: { slug, name, address },
    courier: delivery?.acceptedAt ? delivery.courier : null,
    distanceKm,
    way: wayFrom(position, distanceKm),
    offeredAt: timeOf(delivery?.offeredAt),
    acceptedAt: timeOf(delivery?.acceptedAt),
    collectedAt: timeOf(delivery?.collectedAt),
    deliveredAt: timeOf(delivery?.deliveredAt),
    travelMs,
    sky: delivery?.sky ?? null,
    arrivesAt: timeOf(arrivalOf(row, travelMs, now)),
    asOf: new Date(now).toISOString(),
  }
}

function statusOf({ order, delivery }: Row): DeliveryStatus {
  if (order.status === 'cancelled' || order.status === 'rejected')
    return 'withdrawn'
  if (!delivery) return 'expected'
  if (delivery.deliveredAt !== null) return 'delivered'
  if (delivery.collectedAt !== null) return 'collected'
  return delivery.acceptedAt !== null ? 'accepted' : 'offered'
}

/**
 * When the food is at the door: once it is on the way that is known; before,
 * it is what kitchens and couriers usually take, or later if they are late.
 */
function arrivalOf(row: Row, travelMs: number, now: number): number | null {
  const { order, delivery } = row
  const status = statusOf(row)
  if (status === 'withdrawn' || status === 'delivered') return null
  if (delivery?.collectedAt) return delivery.collectedAt + travelMs

  const usual = order.placedAt + untilCollected('placed') + travelMs
  return Math.max(usual, now + untilCollected(order.status) + travelMs)
}

function timeOf(at: number | null | undefined): string | null {
  return at === null || at === undefined ? null : new Date(at).toISOString()
}
