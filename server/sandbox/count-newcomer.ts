import { Allowances } from '@/contracts/http'
import type { Database } from '@/db/client'
import { aMinute, allowanceOf, firstCount, nextCount } from '@/db/rates/rate'
import { slidingWindow } from '@/db/rates/sliding-window'
import { arrivals } from '@/db/schema/limits'
import { env } from '@/env'
import { TooManyRequestsError } from '@/server/http/errors'

const rate = aMinute(env.LIMIT_SANDBOXES_PER_MINUTE, slidingWindow)

/** Counts whoever opens a sandbox for their address; 429 when too many do. */
export async function countNewcomer(
  db: Database,
  address: string,
): Promise<Allowances> {
  const now = Date.now()
  const [row] = await db
    .insert(arrivals)
    .values({ address, ...firstCount(rate, now) })
    .onConflictDoUpdate({ target: arrivals.address, set: nextCount([rate]) })
    .returning()
  const allowances = new Allowances([allowanceOf('sandboxes', rate, row, now)])
  if (allowances.exceeded)
    throw new TooManyRequestsError(
      `${rate.quota} new sandboxes a minute may come from one address.`,
      allowances,
    )
  return allowances
}
