import type { Tally } from '@/contracts/two-windows'
import type { Database } from '@/db/client'
import { tallies } from '@/db/schema/first-chapter'

/** Begins at nothing again: without its row the visitor has never pressed. */
export async function clearTally(db: Database): Promise<Tally> {
  await db.delete(tallies)
  return { count: 0 }
}
