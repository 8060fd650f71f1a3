import { eq } from 'drizzle-orm'
import { floodLimit, type InvariantName } from '@/contracts/fault-board'
import type { Database } from '@/db/client'
import { tickets } from '@/db/schema/kitchen'
import { orderLines, orders } from '@/db/schema/orders'
import { dishes, portions, restaurants } from '@/db/schema/restaurants'
import { sandboxes } from '@/db/schema/sandboxes'

/** The orders that guests saw confirmed, and how many they meant. */
export type Believed = { confirmed: string[]; meant: number }

type Books = Awaited<ReturnType<typeof readBooks>>

/** How many orders are kept, and what is no longer true of the books. */
export async function auditBooks(
  db: Database,
  believed: Believed,
): Promise<{ kept: number; broken: InvariantName[] }> {
  const books = await readBooks(db)
  const broken = Object.entries(holds)
    .filter(([, isTrue]) => !isTrue(books, believed))
    .map(([name]) => name)
  return { kept: books.kept.length, broken: broken.filter(isInvariant) }
}

async function readBooks(db: Database) {
  return {
    kept: await db.select().from(orders),
    lines: await db
      .select()
      .from(orderLines)
      .innerJoin(dishes, eq(dishes.id, orderLines.dish)),
    houses: await db.select().from(restaurants),
    shelf: await db.select().from(portions),
    rail: await db.select().from(tickets),
    guests: await db.select().from(sandboxes),
  }
}

type Holds = (books: Books, believed: Believed) => boolean
const minuteMs = 60_000

const holds: Record<InvariantName, Holds> = {
  whole: ({ kept, lines }) => kept.every(({ id }) => hasLines(lines, id)),
  once: ({ kept }, { meant }) => kept.length <= meant,
  heard: ({ rail }, { confirmed }) =>
    confirmed.every((id) => rail.some(({ order }) => order === id)),
  portions: ({ shelf }) => shelf.every(({ left }) => left >= 0),
  money: isPricedByMenu,
  known: ({ kept, guests }) =>
    kept.every(({ sandboxId, placedAt }) =>
      guests.some(
        (guest) => guest.sandboxId === sandboxId && guest.expiresAt > placedAt,
      ),
    ),
  paced: ({ kept }) =>
    kept.every(
      ({ placedAt: from }) =>
        kept.filter(({ placedAt: at }) => at >= from && at < from + minuteMs)
          .length <= floodLimit,
    ),
}

function isInvariant(name: string): name is InvariantName {
  return Object.hasOwn(holds, name)
}

function hasLines(lines: Books['lines'], id: string): boolean {
  return lines.some((line) => line.order_lines.order === id)
}

/** An order without lines has no sum to be held against; `whole` finds it. */
function isPricedByMenu({ kept, lines, houses }: Books): boolean {
  return kept.every((order) => {
    const own = lines.filter((line) => line.order_lines.order === order.id)
    const sum = own.reduce(
      (all, line) => all + line.order_lines.quantity * line.dishes.priceMinor,
      0,
    )
    const house = houses.find(({ slug }) => slug === order.restaurant)
    const fee = house?.deliveryFeeMinor ?? 0
    return own.length === 0 || order.totalMinor === sum + fee
  })
}
