import { Allowances } from '@/contracts/http'
import type { Database } from '@/db/client'
import { isStorageFull } from '@/db/database-errors'
import { minuteMs, oneMore } from '@/db/minute-count'
import { rateLimits } from '@/db/schema/limits'
import { env } from '@/env'
import type { Guest } from '@/server/guests/require-guest'
import { ProblemError } from '@/server/http/errors'

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

  const now = Date.now()
  const names: Limit[] = name === 'orders' ? ['orders', 'requests'] : [name]
  const counts = await countRequest(db, names, now)
  const allowances = new Allowances(
    names.map((one) => allowanceOf(one, counts, now)),
  )
  const passed = names.find((one) => countOf(one, counts) > limits[one])
  if (passed) throw new TooManyRequestsError(passed, allowances)
  return allowances
}

type Count = typeof rateLimits.$inferSelect

async function countRequest(
  db: Database,
  names: Limit[],
  now: number,
): Promise<Count[]> {
  const resetsAt = now + minuteMs
  try {
    return await db
      .insert(rateLimits)
      .values(names.map((name) => ({ name, count: 1, resetsAt })))
      .onConflictDoUpdate({
        target: [rateLimits.sandboxId, rateLimits.name],
        set: oneMore(rateLimits, now),
      })
      .returning()
  } catch (error) {
    // With a full disk nobody can be counted, but everybody can still read.
    if (isStorageFull(error)) return []
    throw error
  }
}

function countOf(name: Limit, counts: Count[]): number {
  return counts.find((counted) => counted.name === name)?.count ?? 1
}

function allowanceOf(name: Limit, counts: Count[], now: number) {
  const row = counts.find((counted) => counted.name === name)
  const resetMs = (row?.resetsAt ?? now + minuteMs) - now
  return {
    name,
    limit: limits[name],
    remaining: Math.max(0, limits[name] - countOf(name, counts)),
    resetSeconds: Math.max(1, Math.ceil(resetMs / 1000)),
  }
}

export class TooManyRequestsError extends ProblemError {
  override name = 'TooManyRequestsError'
  constructor(name: Limit, allowances: Allowances) {
    const reset = allowances.list.find((one) => one.name === name)
    const seconds = reset?.resetSeconds ?? 60
    super(
      'too-many-requests',
      `The limit is ${limits[name]} ${name} a minute. Wait ${seconds} s.`,
      { headers: { ...allowances.headers, 'Retry-After': String(seconds) } },
    )
  }
}
