import { and, between, eq, gte, not, or, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { isBusy, isStorageFull } from '@/db/database-errors'
import { minuteMs, oneMore } from '@/db/minute-count'
import { breakers } from '@/db/schema/weather'
import { env } from '@/env'

/** So long nobody asks a service that has failed too often. */
export const pauseMs = 30_000

/**
 * Asks leave for a call: none while the breaker is open, and none when as many
 * went out this minute as may. After its pause an open breaker lets one call
 * through, to see how things stand. All of it is one statement, so of several
 * processes that ask at once one is let through.
 */
export async function mayCall(
  db: Database,
  service: string,
  failuresAllowed: number,
): Promise<boolean> {
  const now = Date.now()
  // Who came a moment later may have been written down first. Twice as late,
  // though, can only mean that the clock was set back since.
  const isOpen = and(
    gte(breakers.failures, failuresAllowed),
    between(breakers.retryAt, now + 1, now + 2 * pauseMs),
  )
  const isSpent = and(
    gte(breakers.count, env.LIMIT_WEATHER_PER_MINUTE),
    between(breakers.resetsAt, now + 1, now + 2 * minuteMs),
  )
  const first = { failures: 0, retryAt: 0, count: 1, resetsAt: now + minuteMs }
  const mayGo = db
    .insert(breakers)
    .values({ service, ...first })
    .onConflictDoUpdate({
      target: breakers.service,
      set: { ...oneMore(breakers, now), retryAt: now + pauseMs },
      setWhere: not(or(isOpen, isSpent) ?? sql`false`),
    })
    .returning()
  const rows = await mayGo.catch(whileNobodyCanWrite)
  return rows.length > 0
}

/** Writes down how a call went: after some failures in a row nobody asks. */
export async function noteOutcome(
  db: Database,
  service: string,
  hasFailed: boolean,
): Promise<void> {
  const failed = {
    failures: sql`${breakers.failures} + 1`,
    retryAt: Date.now() + pauseMs,
  }
  await db
    .update(breakers)
    .set(hasFailed ? failed : { failures: 0 })
    .where(eq(breakers.service, service))
    .catch(whileNobodyCanWrite)
}

/** With a full disk nothing is counted, so nothing is sent to others either. */
export function whileNobodyCanWrite(error: unknown): never[] {
  if (isStorageFull(error) || isBusy(error)) return []
  throw error
}
