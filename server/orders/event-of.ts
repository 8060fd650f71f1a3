import type { OrderStatus } from '@/contracts/orders'

/** What happened to an order, as the event log keeps it: `order.placed`. */
export function eventOf(order: string, status: OrderStatus, at: number) {
  const data = { order, status, at: new Date(at).toISOString() }
  return { kind: `order.${status}`, order, data, createdAt: at }
}
