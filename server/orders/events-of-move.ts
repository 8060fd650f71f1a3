import type { StatusChange } from '@/contracts/orders'
import { courierEvent } from '../delivery/courier-event'
import { eventOf } from './event-of'
import type { Mover } from './move-order'

/** What there is to tell of a move: itself, and the offer that it leads to. */
export function eventsOfMove(
  order: string,
  { by }: Mover,
  { status, reason }: StatusChange,
  at: number,
) {
  const moved = eventOf(order, status, at)
  const told = { ...moved, data: { ...moved.data, by, reason } }
  return status === 'accepted'
    ? [told, courierEvent('offered', order, by, at)]
    : [told]
}
