import {
  raceCount,
  type RaceOften,
  type RaceOutcome,
  type RaceWay,
} from '@/contracts/last-portion'
import type { Database } from '@/db/client'
import type { Take } from './race-by-hand'
import { raceAtRandom } from './race-at-random'
import { outcomeOf, readBooks, shopOf } from './shop'
import { takeBehindLock } from './take-behind-lock'
import { takeByLooking } from './take-by-looking.unsafe'
import { takeWithGuard } from './take-with-guard'

const takes: Record<RaceWay, (shop: Database) => Take> = {
  'look-first': (shop) => (guest, pace) => takeByLooking(shop, guest, pace),
  guarded: (shop) => (guest, pace) => takeWithGuard(shop, guest, pace),
  locked: (shop) => (guest, pace) => takeBehindLock(shop, guest, pace),
}

const racesAtOnce = 10

/**
 * All the races but the first, ten at a time. None of their statements is
 * recorded: thousands of them would bury the first race in its trace.
 */
export async function raceAgain(
  db: Database,
  { way, withinMs }: RaceOften,
  untraced: (work: () => Promise<void>) => Promise<void>,
): Promise<RaceOutcome[]> {
  const outcomes: RaceOutcome[] = []
  let next = 1
  const goOn = async () => {
    while (next < raceCount) {
      const shop = shopOf(db, next++)
      await raceAtRandom(withinMs, takes[way](shop))
      outcomes.push(outcomeOf(await readBooks(shop)))
    }
  }
  await untraced(async () => {
    await Promise.all(Array.from({ length: racesAtOnce }, goOn))
  })
  return outcomes
}
