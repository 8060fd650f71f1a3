import { sql } from 'drizzle-orm'
import { Allowances } from '@/contracts/http'
import type { Database } from '@/db/client'
import { rateLimits } from '@/db/schema/limits'
import { env } from '@/env'
import type { Guest } from '@/server/guests/require-guest'
import { ProblemError } from '@/server/http/errors'

const minuteMs = 60_000

const limits = {
  orders: env.LIMIT_ORDERS_PER_MINUTE,
  requests: env.LIMIT_REQUESTS_PER_MINUTE,
}
type Limit = keyof typeof limits

/**
 * Counts a request against the guest's limits: so many a minute, the minute
 * beginning with its first request. An order also counts as a request. Throws
 * when a limit is passed; a reader without a sandbox is not counted.
 */
export async function limitRate(
  db: Database,
  guest: Guest | null,
  name: Limit,
): Promise<Allowances> {
  if (!guest) return new Allowances([])

  const names: Limit[] = name === 'orders' ? ['orders', 'requests'] : [name]
  const now = Date.now()
  const counts = await db
    .insert(rateLimits)
    .values(
      names.map((one) => ({ name: one, count: 1, resetsAt: now + minuteMs })),
    )
    .onConflictDoUpdate({
      target: [rateLimits.sandboxId, rateLimits.name],
      set: countOneMore(now),
    })
    .returning()

  const allowances = new Allowances(
    names.map((one) => {
      const row = counts.find((counted) => counted.name === one)
      const resetMs = (row?.resetsAt ?? now + minuteMs) - now
      return {
        name: one,
        limit: limits[one],
        remaining: Math.max(0, limits[one] - (row?.count ?? 1)),
        resetSeconds: Math.max(1, Math.ceil(resetMs / 1000)),
      }
    }),
  )
  const passed = counts.find((row) => row.count > limits[nameOf(row.name)])
  if (passed) throw new TooManyRequestsError(nameOf(passed.name), allowances)
  return allowances
}

/** One more in this minute, or the first of a new one. */
function countOneMore(now: number) {
  const isOver = sql`${rateLimits.resetsAt} <= ${now}`
  return {
    count: sql`iif(${isOver}, 1, ${rateLimits.count} + 1)`,
    resetsAt: sql`iif(${isOver}, excluded.resets_at, ${rateLimits.resetsAt})`,
  }
}

function nameOf(name: string): Limit {
  return name === 'orders' ? 'orders' : 'requests'
}

export class TooManyRequestsError extends ProblemError {
  override name = 'TooManyRequestsError'
  constructor(name: Limit, allowances: Allowances) {
    const reset = allowances.list.find((one) => one.name === name)
    const seconds = reset?.resetSeconds ?? 60
    super(
      'too-many-requests',
      `A sandbox may send ${limits[name]} ${name} a minute. The next minute begins in ${seconds} s.`,
      { headers: { ...allowances.headers, 'Retry-After': String(seconds) } },
    )
  }
}
