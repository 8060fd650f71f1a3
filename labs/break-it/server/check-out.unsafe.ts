import { randomBytes } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { orderLines, orders } from '@/db/schema/orders'
import { portions } from '@/db/schema/restaurants'
import type { UnprotectedOrder } from '@/contracts/break-it'
import type { CallRestaurant } from './call-restaurant'

type Line = UnprotectedOrder['lines'][number]
/** As the page sends it: who is ordering, what, and for how much. */
export type PageOrder = {
  guest: string
  restaurant: string
  deliveryFeeMinor: number
  lines: (Line & { name: string; portions: number })[]
}
export type KeptOrder = ReturnType<typeof newOrder>

/**
 * A checkout as it is often written first. It works for as long as nothing goes
 * wrong: it believes the page, writes one thing after another, and calls the
 * restaurant on the way. It only ever runs on a database that is thrown away.
 */
export async function checkOut(
  db: Database,
  wish: PageOrder,
  callRestaurant: CallRestaurant,
): Promise<KeptOrder> {
  const order = newOrder(wish)
  await putOut(db, wish)
  for (const line of wish.lines) await takePortions(db, wish.guest, line)
  await db.insert(orders).values(order)
  await db.insert(orderLines).values(
    wish.lines.map(({ dish, name, quantity, priceMinor }, position) => ({
      sandboxId: wish.guest,
      order: order.id,
      position,
      dish,
      name,
      quantity,
      priceMinor,
    })),
  )
  await callRestaurant(db, order).catch(() => undefined)
  return order
}

function newOrder(wish: PageOrder) {
  const subtotalMinor = wish.lines.reduce(
    (sum, line) => sum + line.quantity * line.priceMinor,
    0,
  )
  return {
    id: `ord_${randomBytes(12).toString('hex')}`,
    sandboxId: wish.guest,
    restaurant: wish.restaurant,
    status: 'placed' as const,
    subtotalMinor,
    deliveryFeeMinor: wish.deliveryFeeMinor,
    totalMinor: subtotalMinor + wish.deliveryFeeMinor,
    note: null,
    member: null,
    guestName: null,
    placedAt: Date.now(),
    version: 1,
  }
}

/** The day's portions are counted from the first order on. */
async function putOut(db: Database, wish: PageOrder): Promise<void> {
  const shelf = wish.lines.map(({ dish, portions: left }) => ({
    sandboxId: wish.guest,
    dish,
    left,
  }))
  await db.insert(portions).values(shelf).onConflictDoNothing()
}

/** Looks first, and takes then. Between the two, anything may happen. */
async function takePortions(
  db: Database,
  guest: string,
  { dish, quantity }: Line,
): Promise<void> {
  const shelf = and(eq(portions.sandboxId, guest), eq(portions.dish, dish))
  const [seen] = await db.select().from(portions).where(shelf)
  if (!seen || seen.left < quantity) throw new Error('Sold out')

  await db
    .update(portions)
    .set({ left: sql`${portions.left} - ${quantity}` })
    .where(shelf)
}
