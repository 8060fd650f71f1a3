import type { Order } from '@/contracts/orders'
import type { KindWords } from '@/components/kind-words'
import type { OrderPage } from './delivery-api'
import { withEvent, type Happening } from './order-progress'
import { withTold } from './told'

/** What a screen knows of the sandbox's orders. */
export type KnownOrders = {
  /** Newest first; null until the first answer. */
  orders: readonly Order[] | null
  /** Where the older ones begin. */
  next: string | null
  hasExpired: boolean
  isFollowing: boolean
  problem: KindWords | null
  /** What the events told lately: an answer on its way may be older. */
  told: readonly Happening[]
  /** Orders that came one by one while the newest list was on its way. */
  arrived: readonly string[]
}

export type OrdersChange =
  | { kind: 'reading' }
  | { kind: 'read'; page: OrderPage }
  | { kind: 'read-on'; page: OrderPage }
  | { kind: 'order'; order: Order }
  | { kind: 'event'; event: Happening }
  | { kind: 'emptied' }
  | { kind: 'expired' }
  | { kind: 'follow' }
  | { kind: 'problem'; problem: KindWords }

export const noneKnown: KnownOrders = {
  orders: null,
  next: null,
  hasExpired: false,
  isFollowing: false,
  problem: null,
  told: [],
  arrived: [],
}

/**
 * Takes in an answer or an event. They overtake each other on their way: an
 * event may tell of an order whose answer is yet to come, and a list may have
 * been read before an order that is here already. Neither takes anything back.
 */
export function changed(state: KnownOrders, change: OrdersChange): KnownOrders {
  const { orders } = state
  switch (change.kind) {
    case 'follow':
      return { ...state, isFollowing: true }
    case 'problem':
      return { ...state, problem: change.problem }
    case 'expired':
      return { ...noneKnown, orders: [], hasExpired: true }
    case 'emptied':
      return { ...state, told: [], arrived: [] }
    case 'reading':
      return { ...state, arrived: [] }
    case 'read':
      return { ...withList(state, change.page), problem: null }
    case 'read-on': {
      const known = new Set(orders?.map(({ id }) => id))
      const more = change.page.orders
        .filter(({ id }) => !known.has(id))
        .map((order) => newest(order, state))
      return {
        ...state,
        orders: [...(orders ?? []), ...more],
        next: change.page.next,
        problem: null,
      }
    }
    case 'order': {
      const { order } = change
      const others = (orders ?? []).filter(({ id }) => id !== order.id)
      return {
        ...state,
        orders: newestFirst([newest(order, state), ...others]),
        arrived: [...state.arrived, order.id],
        hasExpired: false,
        problem: null,
      }
    }
    case 'event':
      return {
        ...state,
        told: withTold(state.told, change.event),
        orders: orders?.map((order) => withEvent(order, change.event)) ?? null,
      }
  }
}

function withList(state: KnownOrders, page: OrderPage): KnownOrders {
  const { orders, arrived } = state
  const ids = new Set(page.orders.map(({ id }) => id))
  const last = page.orders.at(-1)
  const others = (orders ?? []).filter(({ id }) => !ids.has(id))
  const isOlder = ({ placedAt }: Order) =>
    last !== undefined && placedAt < last.placedAt
  const kept = others.filter((one) => isOlder(one) || arrived.includes(one.id))
  const isLonger = kept.some(isOlder) && state.next !== null
  const read = page.orders.map((order) => newest(order, state))
  return {
    ...state,
    orders: newestFirst([...kept, ...read]),
    next: isLonger ? state.next : page.next,
  }
}

/** An answer that was on its way while an event came in is the older one. */
function newest(read: Order, { orders, told }: KnownOrders): Order {
  const known = orders?.find(({ id }) => id === read.id)
  if (known && known.history.length > read.history.length) return known
  return told.reduce(withEvent, read)
}

function newestFirst(orders: Order[]): Order[] {
  return orders.sort((a, b) => b.placedAt.localeCompare(a.placedAt))
}
