import type { Tally } from '@/contracts/two-windows'
import type { Database } from '@/db/client'
import { tallies } from '@/db/schema/first-chapter'

/** How often the visitor has pressed; a visitor without a row has not yet. */
export async function readTally(db: Database): Promise<Tally> {
  const [row] = await db.select().from(tallies)
  return { count: row?.count ?? 0 }
}
