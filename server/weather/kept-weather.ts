import { eq } from 'drizzle-orm'
import type { Observation } from '@/contracts/weather'
import type { Database } from '@/db/client'
import { weather, weatherKeptForMs } from '@/db/schema/weather'
import { whileNobodyCanWrite } from './breaker'
import { nameOf, type Place } from './place'

/** An observation with its origin, and when it was fetched. */
export type Known = {
  observation: Observation
  source: string
  fetchedAt: number
}

/** So long a weather is as good as new: that is how often ours changes. */
export const freshForMs = 10 * 60 * 1000

/** The last known weather of a place, unless it says nothing of now. */
export async function findKept(
  db: Database,
  place: Place,
): Promise<Known | null> {
  const [kept] = await db
    .select()
    .from(weather)
    .where(eq(weather.place, nameOf(place)))
  if (!kept || ageOf(kept) >= weatherKeptForMs) return null
  return kept
}

/** Keeps the weather of a place for whoever asks next, in whichever process. */
export async function keepWeather(
  db: Database,
  place: Place,
  known: Known,
): Promise<void> {
  await db
    .insert(weather)
    .values({ place: nameOf(place), ...known })
    .onConflictDoUpdate({ target: weather.place, set: known })
    .catch(whileNobodyCanWrite)
}

export function isFresh(known: Known | null): known is Known {
  return known !== null && ageOf(known) < freshForMs
}

/** In milliseconds. */
export function ageOf({ fetchedAt }: Pick<Known, 'fetchedAt'>): number {
  const age = Date.now() - fetchedAt
  // Fetched in the future: the clock was set back, and the age is not known.
  return age < -freshForMs ? weatherKeptForMs : Math.max(0, age)
}
