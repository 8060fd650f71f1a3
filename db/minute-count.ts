import { sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

export const minuteMs = 60_000

type MinuteColumns = { count: SQLiteColumn; resetsAt: SQLiteColumn }

/**
 * What an upsert sets to count once more in a row that holds a minute: one more
 * in this minute, or the first of a new one.
 */
export function oneMore({ count, resetsAt }: MinuteColumns, now: number) {
  // Far ahead can only mean that the clock was set back since.
  const farAhead = now + 2 * minuteMs
  const isOver = sql`${resetsAt} not between ${now + 1} and ${farAhead}`
  return {
    count: sql`iif(${isOver}, 1, ${count} + 1)`,
    resetsAt: sql`iif(${isOver}, ${now + minuteMs}, ${resetsAt})`,
  }
}
