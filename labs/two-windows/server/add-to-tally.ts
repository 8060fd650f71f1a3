import { sql } from 'drizzle-orm'
import type { Tally } from '@/contracts/two-windows'
import type { Database } from '@/db/client'
import { tallies } from '@/db/schema/first-chapter'

/** One more. The database adds: two presses at once are two, never one. */
export async function addToTally(db: Database): Promise<Tally> {
  const [row] = await db
    .insert(tallies)
    .values({ count: 1 })
    .onConflictDoUpdate({
      target: tallies.sandboxId,
      set: { count: sql`${tallies.count} + 1` },
    })
    .returning()
  return { count: row?.count ?? 1 }
}
