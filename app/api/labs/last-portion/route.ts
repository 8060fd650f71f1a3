import { RaceByHand } from '@/contracts/last-portion'
import { raceByHand, type Take } from '@/labs/last-portion/server/race-by-hand'
import { openShops, readBooks, shopOf } from '@/labs/last-portion/server/shop'
import { takeBehindLock } from '@/labs/last-portion/server/take-behind-lock'
import { takeUnguarded } from '@/labs/last-portion/server/take-unguarded'
import { takeWithGuard } from '@/labs/last-portion/server/take-with-guard'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** Two guests and the last portion, one statement after another. */
export const POST = endpoint(
  async ({ request, db, throwAway, member, step }) => {
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'labs'))
    const { way, turns } = await step('read the race', () =>
      readJson(request, RaceByHand),
    )

    const shop = shopOf(await throwAway((empty) => openShops(empty, 1)), 0)
    const takes: Record<RaceByHand['way'], Take> = {
      'look-first': (who, pace) =>
        step('look first, then take', () => takeUnguarded(shop, who, pace)),
      guarded: (who, pace) =>
        step('take if one is left', () => takeWithGuard(shop, who, pace)),
      locked: (who, pace) =>
        step('take behind a lock', () => takeBehindLock(shop, who, pace)),
    }
    const { turns: told, answers } = await raceByHand(turns, takes[way])
    const books = await step('count the promises', () => readBooks(shop))
    return { status: 200, body: { turns: told, answers, ...books } }
  },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
