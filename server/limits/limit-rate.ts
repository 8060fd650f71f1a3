import { Allowances } from '@/contracts/http'
import type { Database } from '@/db/client'
import { isBusy, isStorageFull } from '@/db/database-errors'
import { minuteMs, oneMore } from '@/db/minute-count'
import { rateLimits } from '@/db/schema/limits'
import { env } from '@/env'
import type { Guest } from '@/server/guests/require-guest'
import { ProblemError } from '@/server/http/errors'

const limits = {
  orders: env.LIMIT_ORDERS_PER_MINUTE,
  requests: env.LIMIT_REQUESTS_PER_MINUTE,
  shares: env.LIMIT_SHARES_PER_MINUTE,
  labs: env.LIMIT_LABS_PER_MINUTE,
  'sign-ins': env.LIMIT_SIGN_INS_PER_MINUTE,
}
type Limit = keyof typeof limits

/**
 * Counts a request against the guest's limits: so many a minute, the minute
 * beginning with its first request. Whatever is counted is also a request.
 * Throws when a limit is passed; who has no sandbox is not counted. Whoever
 * joined a sandbox is counted apart: a busy class does not stop its owner.
 */
export async function limitRate(
  db: Database,
  guest: Guest | null,
  name: Limit,
): Promise<Allowances> {
  if (!guest) return new Allowances([])

  const now = Date.now()
  const names = [...new Set<Limit>([name, 'requests'])]
  const counts = await countRequest(db, guest, names)
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
  { member }: Guest,
  names: Limit[],
): Promise<Count[]> {
  const now = Date.now()
  const whose = member ? ` of ${member.id}` : ''
  const first = { count: 1, resetsAt: now + minuteMs }
  try {
    return await db
      .insert(rateLimits)
      .values(names.map((name) => ({ ...first, name: `${name}${whose}` })))
      .onConflictDoUpdate({
        target: [rateLimits.sandboxId, rateLimits.name],
        set: oneMore(rateLimits, now),
      })
      .returning()
  } catch (error) {
    // On a full disk, or while somebody else holds the database, nobody can
    // be counted, but everybody can still read.
    if (isStorageFull(error) || isBusy(error)) return []
    throw error
  }
}

function rowOf(name: Limit, counts: Count[]): Count | undefined {
  return counts.find((counted) => counted.name.split(' ')[0] === name)
}

function countOf(name: Limit, counts: Count[]): number {
  return rowOf(name, counts)?.count ?? 1
}

function allowanceOf(name: Limit, counts: Count[], now: number) {
  const row = rowOf(name, counts)
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
