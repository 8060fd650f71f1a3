import type { Order, OrderStatus } from '@/contracts/orders'

/**
 * Where an order may go from each state. The contract has the same table; it
 * stands beside schemas, which this page has no need to load.
 */
export const ways: Record<OrderStatus, readonly OrderStatus[]> = {
  placed: ['accepted', 'rejected', 'cancelled'],
  accepted: ['cooking', 'cancelled'],
  cooking: ['ready'],
  ready: ['collected'],
  collected: ['delivered'],
  delivered: [],
  cancelled: [],
  rejected: [],
}

const path: readonly OrderStatus[] = [
  'placed',
  'accepted',
  'cooking',
  'ready',
  'collected',
  'delivered',
]

export const statusNames: Record<OrderStatus, string> = {
  placed: 'Placed',
  accepted: 'Accepted',
  cooking: 'Cooking',
  ready: 'Ready',
  collected: 'Collected',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
  rejected: 'Rejected',
}

/** What is happening now, in one sentence. */
export function statusSentence({ status, restaurant }: Order): string {
  const { name } = restaurant
  const sentences: Record<OrderStatus, string> = {
    placed: `${name} has your order. It is waiting to be accepted.`,
    accepted: `${name} has accepted your order.`,
    cooking: 'Your food is being cooked.',
    ready: 'Your food is ready, and waits for a courier.',
    collected: 'A courier has your food and is on the way.',
    delivered: 'Delivered. Enjoy your meal.',
    cancelled: 'You cancelled this order.',
    rejected: `${name} could not take this order.`,
  }
  return sentences[status]
}

export type Step = {
  status: OrderStatus
  state: 'past' | 'now' | 'to-come'
  at: string | null
}

/** The steps of an order: those that happened, then those still to come. */
export function stepsOf({ status, history }: Order): Step[] {
  const past = history.map((entry): Step => {
    const state = entry.status === status ? 'now' : 'past'
    return { status: entry.status, state, at: entry.at }
  })
  const reached = path.indexOf(status)
  const toCome = reached < 0 ? [] : path.slice(reached + 1)
  return [
    ...past,
    ...toCome.map((next): Step => ({
      status: next,
      state: 'to-come',
      at: null,
    })),
  ]
}

/** The kitchen's or the courier's next move; null at an end. */
export function nextMove(status: OrderStatus): OrderStatus | null {
  const next = path[path.indexOf(status) + 1]
  return next && ways[status].includes(next) ? next : null
}

export function isCancellable(status: OrderStatus): boolean {
  return ways[status].includes('cancelled')
}

export function isUnderWay(status: OrderStatus): boolean {
  return ways[status].length > 0
}

/** An order as it is after an event. An event that came twice changes nothing. */
export function withEvent(
  order: Order,
  event: { order: string; status: OrderStatus; at: string },
): Order {
  const isKnown = order.history.some(({ status }) => status === event.status)
  if (order.id !== event.order || isKnown) return order
  const { status, at } = event
  return { ...order, status, history: [...order.history, { status, at }] }
}
