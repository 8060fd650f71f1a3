import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Observation } from '@/contracts/weather'

/*
 * What is known of the weather belongs to nobody: every visitor and every
 * process reads the same rows.
 */

/** The last that a weather service said of each place. */
export const weather = sqliteTable('weather', {
  place: text('place').primaryKey(),
  source: text('source').notNull(),
  observation: text('observation', { mode: 'json' })
    .$type<Observation>()
    .notNull(),
  fetchedAt: integer('fetched_at').notNull(),
})

/** How somebody else's service has fared: whether it is worth asking. */
export const breakers = sqliteTable('breakers', {
  service: text('service').primaryKey(),
  /** Calls that failed since the last one that did not. */
  failures: integer('failures').notNull(),
  /** Until then nobody asks, once too many have failed. */
  retryAt: integer('retry_at').notNull(),
  /** Calls since the minute began. */
  count: integer('count').notNull(),
  resetsAt: integer('resets_at').notNull(),
})

/** After this an observation says nothing of now, and is cleared. */
export const weatherKeptForMs = 6 * 60 * 60 * 1000
