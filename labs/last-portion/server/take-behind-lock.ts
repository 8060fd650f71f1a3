import type { RaceAnswer, Racer } from '@/contracts/last-portion'
import type { Database } from '@/db/client'
import type { Pace } from './pace'
import { takeByLooking } from './take-by-looking.unsafe'

/**
 * The same reading, deciding and writing back, in a transaction that begins
 * with the lock: until it has ended, nobody else comes in.
 */
export async function takeBehindLock(
  db: Database,
  guest: Racer,
  pace: Pace,
): Promise<RaceAnswer> {
  await pace.before('BEGIN IMMEDIATE')
  return db.transaction(async (tx) => {
    const answer = await takeByLooking(tx, guest, pace)
    await pace.before('COMMIT')
    return answer
  })
}
