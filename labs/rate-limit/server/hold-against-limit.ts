import { Allowances } from '@/contracts/http'
import type { Counting } from '@/contracts/rate-limit-choices'
import type { RateLimitTry } from '@/contracts/rate-limit-lab'
import type { Database } from '@/db/client'
import type { Algorithm } from '@/db/rates/algorithm'
import { allowanceOf, firstCount, nextCount, type Rate } from '@/db/rates/rate'
import { slidingWindow } from '@/db/rates/sliding-window'
import { tokenBucket } from '@/db/rates/token-bucket'
import { rateLimits } from '@/db/schema/limits'
import type { Guest } from '@/server/guests/require-guest'
import { TooManyRequestsError } from '@/server/http/errors'
import { fixedWindow } from './fixed-window'
import { LevelAllowances } from './level-allowances'
import { countNames, nameOf } from './count-names'

const algorithms: Record<Counting, Algorithm> = {
  'token-bucket': tokenBucket,
  'sliding-window': slidingWindow,
  'fixed-window': fixedWindow,
}

/**
 * Holds a try against the reader's own limit: the statement that every door of
 * this site counts with, on a row of the lab. Throws when it is one too many.
 */
export async function holdAgainstLimit(
  db: Database,
  guest: Guest,
  wish: RateLimitTry,
): Promise<Allowances> {
  const now = Date.now()
  const rate = rateOf(wish)
  const shown = nameOf(wish)
  const name = countNames(guest)[shown]
  const [row] = await db
    .insert(rateLimits)
    .values({ name, ...firstCount(rate, now) })
    .onConflictDoUpdate({
      target: [rateLimits.sandboxId, rateLimits.name],
      set: nextCount([rate]),
    })
    .returning()

  const allowance = allowanceOf(shown, rate, row, now)
  const { level } = row
    ? rate.algorithm.standing(row, rate.windowMs, now)
    : { level: allowance.remaining }
  const allowances = new LevelAllowances(allowance, level)
  if (allowances.exceeded) {
    const detail = `${wish.burst} may come in ${allowance.windowSeconds} s.`
    throw new TooManyRequestsError(detail, allowances)
  }
  return allowances
}

/** A window in which the burst comes in again at so many a second. */
function rateOf({ burst, perSecond, counting }: RateLimitTry): Rate {
  const windowMs = (burst / perSecond) * 1000
  return { quota: burst, windowMs, algorithm: algorithms[counting] }
}
