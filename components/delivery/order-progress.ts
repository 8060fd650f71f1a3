import type { Order, OrderStatus } from '@/contracts/orders'
import type { Actor } from '@/contracts/parts'

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

/** Who did it. */
export const actorNames: Record<Actor, string> = {
  guest: 'the guest',
  kitchen: 'the kitchen',
  courier: 'the courier',
  autopilot: 'the autopilot',
}

/** What is happening now, in one sentence. */
export function statusSentence(order: Order): string {
  const { status, restaurant } = order
  const { name } = restaurant
  const reason = reasonOf(order)
  const sentences: Record<OrderStatus, string> = {
    placed: `${name} has your order. It is waiting to be accepted.`,
    accepted: `${name} has accepted your order.`,
    cooking: 'Your food is being cooked.',
    ready: 'Your food is ready, and waits for a courier.',
    collected: 'A courier has your food and is on the way.',
    delivered: 'Delivered. Enjoy your meal.',
    cancelled: 'You cancelled this order.',
    rejected: reason
      ? `${name} could not take this order: “${reason}”`
      : `${name} could not take this order.`,
  }
  return sentences[status]
}

/** Why it was refused, as whoever refused it put it. */
export function reasonOf({ history }: Order): string | null {
  return history.at(-1)?.reason ?? null
}

type Step = {
  status: OrderStatus
  state: 'past' | 'now' | 'to-come'
  at: string | null
  by?: Actor
}

/** The steps of an order: those that happened, then those still to come. */
export function stepsOf({ status, history }: Order): Step[] {
  const past = history.map((entry): Step => {
    const state = entry.status === status ? 'now' : 'past'
    const by = entry.by ? { by: entry.by } : {}
    return { status: entry.status, state, at: entry.at, ...by }
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

export function isCancellable(status: OrderStatus): boolean {
  return ways[status].includes('cancelled')
}

export function isUnderWay(status: OrderStatus): boolean {
  return ways[status].length > 0
}

/** What the event log tells of a move. */
export type Happening = {
  order: string
  status: OrderStatus
  at: string
  by?: Actor | undefined
  reason?: string | undefined
}

/** An order as it is after an event. An event that came twice changes nothing. */
export function withEvent(order: Order, event: Happening): Order {
  const isKnown = order.history.some(({ status }) => status === event.status)
  if (order.id !== event.order || isKnown) return order
  const { status, at, by, reason } = event
  const entry = {
    status,
    at,
    ...(by ? { by } : {}),
    ...(reason ? { reason } : {}),
  }
  return { ...order, status, history: [...order.history, entry] }
}

/** The last signs of an order's id: enough to call it across a kitchen. */
export function shortOf(order: string): string {
  return order.slice(-5).toUpperCase()
}
