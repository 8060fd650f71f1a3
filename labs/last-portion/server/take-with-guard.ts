import { and, eq, gte, sql } from 'drizzle-orm'
import type { RaceAnswer, Racer } from '@/contracts/last-portion'
import type { Database } from '@/db/client'
import { orders } from '@/db/schema/orders'
import { portions } from '@/db/schema/restaurants'
import type { Pace } from './pace'
import { dish, orderOf } from './shop'

/**
 * Takes a portion if one is left: the question and the taking are one
 * statement, and the number of rows that it changed is the answer.
 */
export async function takeWithGuard(
  db: Database,
  guest: Racer,
  pace: Pace,
): Promise<RaceAnswer> {
  const taken = await pace.send(
    db
      .update(portions)
      .set({ left: sql`${portions.left} - 1` })
      .where(and(eq(portions.dish, dish), gte(portions.left, 1))),
  )
  if (taken.rowsAffected === 0) return 'sold-out'

  await pace.send(db.insert(orders).values(orderOf(guest)))
  return 'promised'
}
