import type { Review } from '@/contracts/engine'
import type { Database } from '@/db/client'
import { reviews } from '@/db/schema/first-chapter'
import type { ReviewedDish } from './get-dish'

/** Writes a review down. Of each dish a guest has one: the newest. */
export async function keepReview(
  db: Database,
  dish: ReviewedDish,
  text: string,
): Promise<Review> {
  const writtenAt = Date.now()
  await db
    .insert(reviews)
    .values({ dish: dish.id, text, writtenAt })
    .onConflictDoUpdate({
      target: [reviews.sandboxId, reviews.dish],
      set: { text, writtenAt },
    })

  return { dish, text, writtenAt: new Date(writtenAt).toISOString() }
}
