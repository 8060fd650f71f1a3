import { rideFactorOf } from '@/contracts/sky'
import type { Delivery } from '@/contracts/deliveries'
import type { PlatefulEvent } from '@/contracts/events'

export type WayEvent = Extract<
  PlatefulEvent,
  { event: `order.${string}` | `courier.${string}` }
>

export function isWayEvent(event: PlatefulEvent): event is WayEvent {
  return /^(order|courier)\./.test(event.event)
}

/** A delivery as it is after an event. One that came twice changes nothing. */
export function withHappening(delivery: Delivery, event: WayEvent): Delivery {
  if (delivery.order !== event.data.order) return delivery
  const { at } = event.data
  switch (event.event) {
    case 'courier.offered':
      return delivery.offeredAt
        ? delivery
        : { ...delivery, status: 'offered', offeredAt: at }
    case 'courier.accepted':
      return delivery.acceptedAt
        ? delivery
        : {
            ...delivery,
            status: 'accepted',
            acceptedAt: at,
            courier: event.data.courier,
          }
    case 'order.collected':
      return delivery.collectedAt ? delivery : collected(delivery, at)
    case 'order.delivered':
      return {
        ...delivery,
        status: 'delivered',
        deliveredAt: at,
        arrivesAt: null,
      }
    case 'order.cancelled':
    case 'order.rejected':
      return { ...delivery, status: 'withdrawn', arrivesAt: null }
    default:
      return delivery
  }
}

/**
 * Of two tellings of one delivery the later. An answer that was on its way
 * while an event came in is the older one.
 */
export function laterOf(known: Delivery | undefined, read: Delivery): Delivery {
  return known && stagesOf(known) > stagesOf(read) ? known : read
}

/** A delivery only ever goes on: each stage leaves a time behind. */
function stagesOf(delivery: Delivery): number {
  const { offeredAt, acceptedAt, collectedAt, deliveredAt, status } = delivery
  const times = [offeredAt, acceptedAt, collectedAt, deliveredAt]
  const passed = times.filter((at) => at !== null).length
  return status === 'withdrawn' ? times.length + 1 : passed
}

/** From here on the estimate is known: the way takes what it takes. */
function collected(delivery: Delivery, at: string): Delivery {
  const arrivesAt = new Date(Date.parse(at) + delivery.travelMs).toISOString()
  const acceptedAt = delivery.acceptedAt ?? at
  const status = 'collected'
  return { ...delivery, status, collectedAt: at, acceptedAt, arrivesAt }
}

/** How much of the way lies behind the courier: 0 at the kitchen, 1 at the door. */
export function shareOfWay(delivery: Delivery, now: number): number {
  const { collectedAt, deliveredAt, travelMs } = delivery
  if (deliveredAt) return 1
  if (!collectedAt) return 0
  const share = (now - Date.parse(collectedAt)) / Math.max(1, travelMs)
  return Math.min(1, Math.max(0, share))
}

/** A courier rides a kilometre in four of the city's minutes. */
const minutesAKilometre = 4

/**
 * How long one of Plateful's minutes takes here. The way is told in kilometres
 * and in milliseconds, and together with the weather they say it.
 */
export function cityMinuteMs({ distanceKm, travelMs, sky }: Delivery): number {
  const minutes = distanceKm * minutesAKilometre * rideFactorOf(sky)
  return travelMs / Math.max(0.001, minutes)
}

/** `12 minutes`, as Plateful's city counts them. */
export function cityMinutes(delivery: Delivery, ms: number): string {
  const minutes = Math.max(0, Math.ceil(ms / cityMinuteMs(delivery)))
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}

/** An estimate that has passed is asked for anew, but not all the time. */
const leastPauseMs = 4_000

/** In how long the first estimate passes of what is still in the kitchen. */
export function lateInMs(
  deliveries: readonly Delivery[],
  now: number,
): number | null {
  const dues = deliveries.flatMap(({ collectedAt, arrivesAt, travelMs }) =>
    collectedAt === null && arrivesAt !== null
      ? [Date.parse(arrivesAt) - travelMs]
      : [],
  )
  return dues.length === 0
    ? null
    : Math.max(leastPauseMs, Math.min(...dues) - now)
}
