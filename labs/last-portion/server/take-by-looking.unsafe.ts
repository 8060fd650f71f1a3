import { eq } from 'drizzle-orm'
import type { RaceAnswer, Racer } from '@/contracts/last-portion'
import type { Database } from '@/db/client'
import { orders } from '@/db/schema/orders'
import { portions } from '@/db/schema/restaurants'
import type { Pace } from './pace'
import { dish, orderOf } from './shop'

/**
 * Reads the number, decides, and writes the number back. Every line is right,
 * and between two lines anybody may come in.
 */
export async function takeByLooking(
  db: Database,
  guest: Racer,
  pace: Pace,
): Promise<RaceAnswer> {
  const isTheDish = eq(portions.dish, dish)

  const [shelf] = await pace.send(
    db.select({ left: portions.left }).from(portions).where(isTheDish),
  )
  if (!shelf || shelf.left < 1) return 'sold-out'

  const left = shelf.left - 1
  await pace.send(db.update(portions).set({ left }).where(isTheDish))
  await pace.send(db.insert(orders).values(orderOf(guest)))
  return 'promised'
}
