import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { dishes } from '@/db/schema/restaurants'
import { ProblemError } from '@/server/http/errors'

export type ReviewedDish = { id: string; name: string }

/** A dish by its id; throws when no menu has it. */
export async function getDish(db: Database, id: string): Promise<ReviewedDish> {
  const [dish] = await db.select().from(dishes).where(eq(dishes.id, id))
  if (!dish)
    throw new ProblemError('validation-failed', 'No menu has that dish.')

  return { id: dish.id, name: dish.name }
}
