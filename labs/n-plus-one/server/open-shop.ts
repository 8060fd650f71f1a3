import type { Database } from '@/db/client'
import { dishes } from '@/db/schema/restaurants'
import { orderLines, orders } from '@/db/schema/orders'
import { sandboxes } from '@/db/schema/sandboxes'

const now = Date.UTC(2026, 0, 15, 18, 30)
const minuteMs = 60_000
const plenty = 1_000_000_000

/** A shop with so many orders in it, of one, two or three lines each. */
export function shopWith(count: number) {
  return async (db: Database): Promise<void> => {
    await db.insert(sandboxes).values({
      sandboxId: 'guest',
      autopilot: false,
      createdAt: now,
      expiresAt: now,
      ordersLeft: plenty,
      rowsLeft: plenty,
      bytesLeft: plenty,
    })
    const menu = await db.select().from(dishes).limit(12)
    const numbers = Array.from({ length: count }, (_, at) => at)
    await db.insert(orders).values(numbers.map(orderAt))
    await db
      .insert(orderLines)
      .values(numbers.flatMap((at) => linesAt(at, menu)))
  }
}

type Dish = typeof dishes.$inferSelect

function orderAt(at: number) {
  return {
    id: idAt(at),
    sandboxId: 'guest',
    restaurant: 'lantern-noodle-house',
    status: 'delivered' as const,
    subtotalMinor: 1_250,
    deliveryFeeMinor: 240,
    totalMinor: 1_490,
    placedAt: now - at * minuteMs,
    version: 5,
  }
}

function linesAt(at: number, menu: Dish[]) {
  return Array.from({ length: 1 + (at % 3) }, (_, position) => {
    const dish = menu[(at + position * 5) % menu.length] ?? menu[0]
    return {
      sandboxId: 'guest',
      order: idAt(at),
      position,
      dish: dish?.id ?? '',
      name: dish?.name ?? '',
      quantity: 1 + ((at + position) % 2),
      priceMinor: dish?.priceMinor ?? 0,
    }
  })
}

function idAt(at: number): string {
  return `ord_${String(at + 1).padStart(2, '0')}`
}
