import { randomBytes } from 'node:crypto'
import type { OrderPlacedMessage } from '@/contracts/webhooks'
import type { Guest } from '../guests/require-guest'

type Placed = {
  id: string
  restaurant: string
  note: string | null
  placedAt: number
}
type Line = { dish: string; name: string; quantity: number }

/** The message that will tell the kitchen, as the outbox keeps it. */
export function ticketFor(guest: Guest, order: Placed, lines: Line[]) {
  const payload: OrderPlacedMessage = {
    type: 'order.placed',
    timestamp: new Date(order.placedAt).toISOString(),
    data: {
      sandbox: guest.sandbox,
      order: order.id,
      restaurant: order.restaurant,
      lines: lines.map(({ dish, name, quantity }) => ({
        dish,
        name,
        quantity,
      })),
      note: order.note,
    },
  }
  return {
    id: `msg_${randomBytes(12).toString('hex')}`,
    kind: payload.type,
    order: order.id,
    payload,
    dueAt: order.placedAt,
  }
}
