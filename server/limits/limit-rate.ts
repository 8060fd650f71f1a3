import { Allowances } from '@/contracts/http'
import type { Database } from '@/db/client'
import { isBusy, isStorageFull } from '@/db/database-errors'
import {
  aMinute,
  allowanceOf,
  firstCount,
  nextCount,
  type Rate,
} from '@/db/rates/rate'
import { slidingWindow } from '@/db/rates/sliding-window'
import { tokenBucket } from '@/db/rates/token-bucket'
import { rateLimits } from '@/db/schema/limits'
import { env } from '@/env'
import type { Guest } from '@/server/guests/require-guest'
import { TooManyRequestsError } from '@/server/http/errors'

/** Which door is counted how, and why: docs/decisions/0049. */
const rates = {
  orders: aMinute(env.LIMIT_ORDERS_PER_MINUTE, slidingWindow),
  requests: aMinute(env.LIMIT_REQUESTS_PER_MINUTE, slidingWindow),
  shares: aMinute(env.LIMIT_SHARES_PER_MINUTE, slidingWindow),
  labs: aMinute(env.LIMIT_LABS_PER_MINUTE, tokenBucket),
  'sign-ins': aMinute(env.LIMIT_SIGN_INS_PER_MINUTE, slidingWindow),
}
type Limit = keyof typeof rates

/**
 * Counts a request against the guest's limits, and throws when one is passed.
 * Whatever is counted is also a request; who has no sandbox is not counted.
 * Whoever joined a sandbox is counted apart: a busy class does not stop its
 * owner. Somebody who is signed in has one sandbox wherever they sit, so for
 * them it is their account that is counted.
 */
export async function limitRate(
  db: Database,
  guest: Guest | null,
  name: Limit,
): Promise<Allowances> {
  if (!guest) return new Allowances([])

  const now = Date.now()
  const names = [...new Set<Limit>([name, 'requests'])]
  const counts = await countRequest(db, guest, names, now)
  const list = names.map((one) => {
    const row = counts.find((counted) => counted.name.split(' ')[0] === one)
    return allowanceOf(one, rates[one], row, now)
  })
  const allowances = new Allowances(list)
  const { exceeded } = allowances
  if (exceeded) {
    const { limit, name } = exceeded
    const detail = `The limit is ${limit} ${name} a minute.`
    throw new TooManyRequestsError(detail, allowances)
  }
  return allowances
}

type Row = typeof rateLimits.$inferSelect

/** One statement, so of several processes none counts past another. */
async function countRequest(
  db: Database,
  { member }: Guest,
  names: Limit[],
  now: number,
): Promise<Row[]> {
  const whose = member ? ` of ${member.id}` : ''
  const wanted: Rate[] = names.map((name) => rates[name])
  const rows = names.map((name) => ({
    name: `${name}${whose}`,
    ...firstCount(rates[name], now),
  }))
  const counted = db
    .insert(rateLimits)
    .values(rows)
    .onConflictDoUpdate({
      target: [rateLimits.sandboxId, rateLimits.name],
      set: nextCount(wanted),
    })
    .returning()
  return counted.catch(whileNobodyCanWrite)
}

/**
 * On a full disk, or while somebody else holds the database, nobody can be
 * counted, but everybody can still read.
 */
function whileNobodyCanWrite(error: unknown): Row[] {
  if (isStorageFull(error) || isBusy(error)) return []
  throw error
}
