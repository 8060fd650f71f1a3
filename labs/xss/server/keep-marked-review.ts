import type { Database } from '@/db/client'
import { reviews } from '@/db/schema/first-chapter'

const dish = 'miso-ramen'

/**
 * Writes a review down as it was typed, and gives back what stands in the row.
 * Markup does no harm there: a row is not a page.
 */
export async function keepMarkedReview(
  db: Database,
  text: string,
): Promise<string> {
  const writtenAt = Date.now()
  const [row] = await db
    .insert(reviews)
    .values({ dish, text, writtenAt })
    .onConflictDoUpdate({
      target: [reviews.sandboxId, reviews.dish],
      set: { text, writtenAt },
    })
    .returning()

  return row?.text ?? text
}
