import { sql, type SQL } from 'drizzle-orm'
import type { Allowance } from '@/contracts/http'
import { minuteMs } from '@/db/minute-count'
import type { Algorithm, Count } from './algorithm'

/** So many in a window of so many milliseconds, counted in one of the ways. */
export type Rate = { quota: number; windowMs: number; algorithm: Algorithm }

export function aMinute(quota: number, algorithm: Algorithm): Rate {
  return { quota, windowMs: minuteMs, algorithm }
}

/** What is written for whoever comes, if nothing is known of them yet. */
export function firstCount({ quota, windowMs, algorithm }: Rate, now: number) {
  const resetsAt = now + windowMs
  return { quota, passed: true, resetsAt, ...algorithm.first(quota) }
}

type NextCount = Record<keyof Count, SQL>

const made = new Map<string, NextCount>()

/**
 * What an upsert sets in the rows that are there: it counts, and it decides.
 * Rows that are counted in one statement have windows of one length.
 */
export function nextCount(rates: readonly Rate[]): NextCount {
  const windowMs = rates[0]?.windowMs ?? minuteMs
  const key = [windowMs, ...rates.map(({ algorithm }) => algorithm.name)].join()
  const known = made.get(key)
  if (known) return known

  if (!Number.isSafeInteger(windowMs)) throw new RangeError('whole ms only')
  const columns = (isBucket: boolean) =>
    rates
      .find(({ algorithm }) => algorithm.isBucket === isBucket)
      ?.algorithm.next(windowMs)
  const text = textIn(columns(false), columns(true))
  const next = {
    quota: sql.raw('excluded.quota'),
    count: text('count'),
    before: text('before'),
    level: text('level'),
    passed: text('passed'),
    resetsAt: text('resetsAt'),
  }
  made.set(key, next)
  return next
}

type Columns = ReturnType<Algorithm['next']>

/** Where both ways are counted at once, a row with a level is a bucket's. */
function textIn(windows: Columns | undefined, bucket: Columns | undefined) {
  return (column: keyof Columns): SQL => {
    if (!windows || !bucket)
      return sql.raw((windows ?? bucket)?.[column] ?? 'null')
    const both = `${windows[column]}, ${bucket[column]}`
    return sql.raw(`iif(excluded.level is null, ${both})`)
  }
}

/** How a count stands once a request was counted; without a row, all is well. */
export function allowanceOf(
  name: string,
  { quota, windowMs, algorithm }: Rate,
  row: Count | undefined,
  now: number,
): Allowance {
  const { remaining, nextMs } = row
    ? algorithm.standing(row, windowMs, now)
    : { remaining: quota - 1, nextMs: windowMs }
  const windowSeconds = Math.ceil(windowMs / 1000)
  const seconds = Math.ceil(nextMs / 1000)
  return {
    name,
    limit: quota,
    windowSeconds,
    remaining,
    resetSeconds: Math.min(windowSeconds, Math.max(1, seconds)),
    isPassed: row?.passed ?? true,
  }
}
