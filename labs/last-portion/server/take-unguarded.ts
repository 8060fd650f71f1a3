import type { RaceAnswer, Racer } from '@/contracts/last-portion'
import type { Database } from '@/db/client'
import type { Pace } from './pace'
import { takeByLooking } from './take-by-looking.unsafe'

/** Lets a guest take without guard or lock, in a shop that is thrown away. */
export async function takeUnguarded(
  shop: Database,
  guest: Racer,
  pace: Pace,
): Promise<RaceAnswer> {
  return takeByLooking(shop, guest, pace)
}
