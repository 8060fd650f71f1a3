import { randomBytes } from 'node:crypto'
import type { Reply } from '@/contracts/http'
import type { Database } from '@/db/client'
import { events } from '@/db/schema/events'
import { outbox } from '@/db/schema/messages'
import { orderLines, orders } from '@/db/schema/orders'
import {
  findReply,
  keepReply,
  type RepeatKey,
} from '../idempotency/find-repeat'
import type { Guest } from '../guests/require-guest'
import { ticketFor } from '../messages/ticket-for'
import { kitchenMoveAt } from '../autopilot/pace'
import { eventOf } from './event-of'
import type { Basket } from './price-basket'
import { shapeOrder } from './shape-order'
import { takePortions } from './take-portions'

/**
 * Saves the order with all that belongs to it, or nothing at all: the portions
 * it takes, its lines, what happened, the message to the kitchen, and the reply
 * that a repeated request will get.
 */
export async function placeOrder(
  db: Database,
  guest: Guest,
  basket: Basket,
  key: RepeatKey | null,
): Promise<Reply> {
  const order = newOrder(guest, basket)
  const lines = linesOf(order.id, basket)
  const event = eventOf(order.id, 'placed', order.placedAt)
  const reply = created(shapeOrder(order, basket.restaurant, lines, [event]))

  return db.transaction(async (tx) => {
    // A twin of this request may have been served since we looked.
    const earlier = await findReply(tx, key)
    if (earlier) return earlier

    await takePortions(tx, basket)
    // None needs another's answer: to a database far away they go together.
    await Promise.all([
      tx.insert(orders).values(order),
      tx.insert(orderLines).values(lines),
      tx.insert(events).values(event),
      tx.insert(outbox).values(ticketFor(guest, order, lines)),
      keepReply(tx, key, reply),
    ])
    return reply
  })
}

function newOrder(guest: Guest, basket: Basket) {
  const placedAt = Date.now()
  const { restaurant, lines: _, ...amounts } = basket
  return {
    id: `ord_${randomBytes(12).toString('hex')}`,
    restaurant: restaurant.slug,
    status: 'placed' as const,
    ...amounts,
    placedAt,
    version: 1,
    autopilotAt: guest.autopilot ? kitchenMoveAt('placed', placedAt) : null,
    member: guest.member?.id ?? null,
    guestName: guest.member?.name ?? null,
  }
}

function linesOf(order: string, basket: Basket) {
  return basket.lines.map(({ dish, name, quantity, priceMinor }, position) => ({
    order,
    position,
    dish,
    name,
    quantity,
    priceMinor,
  }))
}

function created(order: { id: string }): Reply {
  const headers = { Location: `/api/orders/${order.id}` }
  return { status: 201, headers, text: JSON.stringify(order) }
}
