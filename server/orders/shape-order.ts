import { usd } from '@/contracts/money'
import { OrderHappening } from '@/contracts/events'
import type { Order, OrderStatus } from '@/contracts/orders'

type OrderRow = {
  id: string
  status: OrderStatus
  subtotalMinor: number
  deliveryFeeMinor: number
  totalMinor: number
  note: string | null
  placedAt: number
  member: string | null
  guestName: string | null
}
type LineRow = {
  dish: string
  name: string
  quantity: number
  priceMinor: number
}

/** An order's rows in the shape that crosses the wire. */
export function shapeOrder(
  order: OrderRow,
  restaurant: { slug: string; name: string },
  lines: LineRow[],
  events: { data: unknown }[],
): Order {
  return {
    id: order.id,
    status: order.status,
    restaurant: { slug: restaurant.slug, name: restaurant.name },
    lines: lines.map(({ dish, name, quantity, priceMinor }) => ({
      dish,
      name,
      quantity,
      price: usd(priceMinor),
      total: usd(quantity * priceMinor),
    })),
    subtotal: usd(order.subtotalMinor),
    deliveryFee: usd(order.deliveryFeeMinor),
    total: usd(order.totalMinor),
    note: order.note,
    ...(order.member === null
      ? {}
      : { guest: { id: order.member, name: order.guestName } }),
    placedAt: new Date(order.placedAt).toISOString(),
    history: events.map(({ data }) => {
      const { order: _, ...happened } = OrderHappening.parse(data)
      return happened
    }),
  }
}
