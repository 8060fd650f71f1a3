import type { Delivery } from '@/contracts/deliveries'
import { laterOf, withHappening, type WayEvent } from './delivery-progress'
import { withTold } from './told'

/** What a screen knows of the ways of the sandbox's orders. */
export type KnownDeliveries = {
  /** By order. */
  deliveries: Readonly<Record<string, Delivery>>
  /** What the events told lately: an answer on its way may be older. */
  told: readonly WayEvent[]
  /** Orders whose way came while the newest list was on its way. */
  arrived: readonly string[]
}

export type DeliveriesChange =
  | { kind: 'reading' }
  | { kind: 'read'; items: Delivery[] }
  | { kind: 'one'; delivery: Delivery }
  | { kind: 'event'; event: WayEvent }
  | { kind: 'emptied' }

export const noneOnTheWay: KnownDeliveries = {
  deliveries: {},
  told: [],
  arrived: [],
}

/**
 * Takes in an answer or an event. They overtake each other on their way, and
 * neither takes back what the other told, as with the orders themselves.
 */
export function changedDeliveries(
  state: KnownDeliveries,
  change: DeliveriesChange,
): KnownDeliveries {
  const { deliveries, told, arrived } = state
  switch (change.kind) {
    case 'emptied':
      return noneOnTheWay
    case 'reading':
      return { ...state, arrived: [] }
    case 'read': {
      const came = arrived.flatMap((order) => deliveries[order] ?? [])
      const all = [...came, ...change.items.map((item) => newest(item, state))]
      const byOrder = all.map((item) => [item.order, item] as const)
      return { ...state, deliveries: Object.fromEntries(byOrder) }
    }
    case 'one': {
      const { order } = change.delivery
      const one = newest(change.delivery, state)
      return {
        ...state,
        deliveries: { ...deliveries, [order]: one },
        arrived: [...arrived, order],
      }
    }
    case 'event': {
      const { event } = change
      const known = deliveries[event.data.order]
      const next = { ...state, told: withTold(told, event) }
      if (!known) return next
      const moved = withHappening(known, event)
      return { ...next, deliveries: { ...deliveries, [known.order]: moved } }
    }
  }
}

function newest(
  read: Delivery,
  { deliveries, told }: KnownDeliveries,
): Delivery {
  return told.reduce(withHappening, laterOf(deliveries[read.order], read))
}
