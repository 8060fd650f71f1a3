import { and, eq, gte, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { portions } from '@/db/schema/restaurants'
import { ProblemError } from '@/server/http/errors'
import type { Basket, BasketLine } from './price-basket'

/**
 * Takes the portions of every line, or throws. The condition is part of the
 * update, so of two guests who want the last portion one gets it.
 */
export async function takePortions(
  tx: Database,
  basket: Basket,
): Promise<void> {
  await putOut(tx, basket.lines)

  for (const line of basket.lines) {
    const taken = await tx
      .update(portions)
      .set({ left: sql`${portions.left} - ${line.quantity}` })
      .where(
        and(eq(portions.dish, line.dish), gte(portions.left, line.quantity)),
      )
    if (taken.rowsAffected === 0) throw new SoldOutError(line)
  }
}

/** The day's portions are counted from the first order on. */
async function putOut(tx: Database, lines: BasketLine[]): Promise<void> {
  await tx
    .insert(portions)
    .values(lines.map((line) => ({ dish: line.dish, left: line.portions })))
    .onConflictDoNothing()
}

/** Puts the portions of an order back: somebody else can have them. */
export async function returnPortions(
  tx: Database,
  lines: { dish: string; quantity: number }[],
): Promise<void> {
  for (const { dish, quantity } of lines)
    await tx
      .update(portions)
      .set({ left: sql`${portions.left} + ${quantity}` })
      .where(eq(portions.dish, dish))
}

export class SoldOutError extends ProblemError {
  override name = 'SoldOutError'
  constructor({ name, quantity }: BasketLine) {
    const wanted = quantity === 1 ? 'One portion' : `${quantity} portions`
    super('sold-out', `${wanted} of ${name} cannot be had any more today.`)
  }
}
