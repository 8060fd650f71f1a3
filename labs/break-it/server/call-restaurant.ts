import type { Database } from '@/db/client'
import { tickets } from '@/db/schema/kitchen'

type Order = { id: string; sandboxId: string }
export type CallRestaurant = (db: Database, order: Order) => Promise<void>

/**
 * The lab's own restaurant, which stands where another program would: it hangs
 * a ticket on the rail of the same throw-away database.
 */
export async function callRestaurant(
  db: Database,
  { id, sandboxId }: Order,
): Promise<void> {
  await db.insert(tickets).values({
    sandboxId,
    webhookId: `call of ${id}`,
    order: id,
    lines: [],
    note: null,
    printedAt: Date.now(),
  })
}

/** Nobody is there. */
export async function callNobody(): Promise<void> {
  throw new Error('The restaurant does not answer')
}
