import { randomBytes } from 'node:crypto'
import { pageDish } from '@/contracts/page-dish'
import type { BelievedOrder } from '@/contracts/trust-the-browser'
import type { Database } from '@/db/client'
import { orderLines, orders } from '@/db/schema/orders'

/**
 * A checkout that takes the page at its word: the quantity, the price and the
 * fee are what the page says they are. It only ever runs on a database that is
 * thrown away.
 */
export async function checkOut(
  db: Database,
  page: BelievedOrder,
): Promise<string> {
  const order = newOrder(page)
  await db.insert(orders).values(order)

  const { dish, quantity, priceMinor } = page
  await db.insert(orderLines).values({
    sandboxId: order.sandboxId,
    order: order.id,
    position: 0,
    dish,
    name: pageDish.name,
    quantity,
    priceMinor,
  })
  return order.id
}

/** The sum is worked out here, from numbers that were not. */
function newOrder({ quantity, priceMinor, deliveryFeeMinor }: BelievedOrder) {
  const subtotalMinor = quantity * priceMinor
  return {
    id: `ord_${randomBytes(12).toString('hex')}`,
    sandboxId: 'guest',
    restaurant: pageDish.restaurant,
    status: 'placed' as const,
    subtotalMinor,
    deliveryFeeMinor,
    totalMinor: subtotalMinor + deliveryFeeMinor,
    note: null,
    placedAt: Date.now(),
    version: 1,
  }
}
