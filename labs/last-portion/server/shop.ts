import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { RaceOutcome, Racer } from '@/contracts/last-portion'
import type { Database } from '@/db/client'
import { orders } from '@/db/schema/orders'
import { portions } from '@/db/schema/restaurants'
import { sandboxes } from '@/db/schema/sandboxes'
import { ownDatabase } from '@/server/sandbox/own-database'

/** Two guests want this one, and one portion of it is left. */
export const dish = 'miso-ramen'

const hourMs = 60 * 60 * 1000
const plenty = 1_000_000

/** As many shops as there are races, with one portion in each. */
export async function openShops(db: Database, count: number): Promise<void> {
  const names = Array.from({ length: count }, (_, at) => shopName(at))
  await db.insert(sandboxes).values(
    names.map((sandboxId) => ({
      sandboxId,
      autopilot: false,
      createdAt: Date.now(),
      expiresAt: Date.now() + hourMs,
      ordersLeft: plenty,
      rowsLeft: plenty,
      bytesLeft: plenty,
    })),
  )
  await db
    .insert(portions)
    .values(names.map((sandboxId) => ({ sandboxId, dish, left: 1 })))
}

/** The shop of one race: what is in the others is out of its reach. */
export function shopOf(db: Database, race: number): Database {
  return ownDatabase(db, shopName(race))
}

function shopName(race: number): string {
  return `shop-${race + 1}`
}

/** What the books of a shop say: portions left, orders promised. */
export async function readBooks(shop: Database) {
  const [shelf] = await shop
    .select()
    .from(portions)
    .where(eq(portions.dish, dish))
  const kept = await shop.select().from(orders)
  return { left: shelf?.left ?? 0, promised: kept.length }
}
type Books = Awaited<ReturnType<typeof readBooks>>

/** What became of the one portion. */
export function outcomeOf({ left, promised }: Books): RaceOutcome {
  if (left < 0) return 'negative'
  if (promised === 0) return 'nobody'
  return promised === 1 ? 'once' : 'twice'
}

/** One portion for one guest. The shop puts its own name to it. */
export function orderOf(guest: Racer) {
  return {
    id: `ord_${randomBytes(12).toString('hex')}`,
    sandboxId: '',
    restaurant: 'lantern-noodle-house',
    status: 'placed' as const,
    subtotalMinor: 1250,
    deliveryFeeMinor: 240,
    totalMinor: 1490,
    guestName: guest,
    placedAt: Date.now(),
    version: 1,
  }
}
