import type { OrderStatus } from '@/contracts/orders'
import { env } from '@/env'

/** Plateful's city is made up, and its minutes are short: nobody waits long. */
export function cityMinutes(minutes: number): number {
  return Math.round(minutes * env.CITY_MINUTE_MS)
}

/** What the autopilot waits in each state before the next move is made. */
const minutesIn: Partial<Record<OrderStatus, number>> = {
  placed: 3,
  accepted: 1,
  cooking: 10,
  ready: 2,
}

/** Nobody is hurried: a new order stays untouched for so long. */
const leastMs = 5_000

/** The kitchen's way with an order that nothing is wrong with. */
export const nextInKitchen: Partial<Record<OrderStatus, OrderStatus>> = {
  placed: 'accepted',
  accepted: 'cooking',
  cooking: 'ready',
}

/** When the kitchen's next move is due; null where it has none. */
export function kitchenMoveAt(status: OrderStatus, since: number) {
  if (!nextInKitchen[status]) return null
  const pauseMs = pauseIn(status)
  return since + (status === 'placed' ? Math.max(leastMs, pauseMs) : pauseMs)
}

/** How long a state lasts, in milliseconds, if nobody hurries or dawdles. */
export function pauseIn(status: OrderStatus): number {
  return cityMinutes(minutesIn[status] ?? 0)
}

/** How long it takes from a state until the courier has the food. */
export function untilCollected(status: OrderStatus): number {
  const all: OrderStatus[] = ['placed', 'accepted', 'cooking', 'ready']
  const from = all.indexOf(status)
  const left = from < 0 ? [] : all.slice(from)
  return left.reduce((sum, state) => sum + pauseIn(state), 0)
}

/** The courier's way with an order that is ready. */
export const nextOnTheWay: Partial<Record<OrderStatus, OrderStatus>> = {
  ready: 'collected',
  collected: 'delivered',
}

/**
 * When the courier's next move is due, after an order has come to a state: an
 * offer is open for a while, and so long the food waits at the kitchen. Null
 * where there is none, or where the way itself says when it ends.
 */
export function courierMoveAt(
  status: OrderStatus,
  since: number,
): number | null {
  if (status === 'accepted' || status === 'ready') return since + cityMinutes(2)
  return null
}
