import { raceCount, RaceOften } from '@/contracts/last-portion'
import { raceAgain } from '@/labs/last-portion/server/race-again'
import { raceAtRandom } from '@/labs/last-portion/server/race-at-random'
import type { Take } from '@/labs/last-portion/server/race-by-hand'
import {
  openShops,
  outcomeOf,
  readBooks,
  shopOf,
} from '@/labs/last-portion/server/shop'
import { takeBehindLock } from '@/labs/last-portion/server/take-behind-lock'
import { takeUnguarded } from '@/labs/last-portion/server/take-unguarded'
import { takeWithGuard } from '@/labs/last-portion/server/take-with-guard'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { fewAtATime } from '@/server/limits/few-at-a-time'
import { limitRate } from '@/server/limits/limit-rate'
import { untraced } from '@/tracing/current'

/** The same race, many times over; the first of them is traced in full. */
export const POST = endpoint(
  async ({ request, db, throwAway, member, step }) => {
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'labs'))
    const wish = await step('read the race', () => readJson(request, RaceOften))

    return fewAtATime('last-portion', async () => {
      const shops = await throwAway((empty) => openShops(empty, raceCount))
      const began = performance.now()
      const shop = shopOf(shops, 0)
      const takes: Record<RaceOften['way'], Take> = {
        'look-first': (who, pace) =>
          step('look first, then take', () => takeUnguarded(shop, who, pace)),
        guarded: (who, pace) =>
          step('take if one is left', () => takeWithGuard(shop, who, pace)),
        locked: (who, pace) =>
          step('take behind a lock', () => takeBehindLock(shop, who, pace)),
      }
      const { turns, answers } = await raceAtRandom(
        wish.withinMs,
        takes[wish.way],
      )
      const books = await step('count the promises', () => readBooks(shop))
      const others = await step('race again and again', () =>
        raceAgain(shops, wish, untraced),
      )
      const durationMs = performance.now() - began
      const first = { turns, answers, ...books }
      const outcomes = [outcomeOf(books), ...others]
      return { status: 200, body: { outcomes, durationMs, first } }
    })
  },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
