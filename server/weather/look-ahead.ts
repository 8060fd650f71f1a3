import type { Database } from '@/db/client'
import { restaurants } from '@/db/schema/restaurants'
import { fetchWeather, type Ask } from './fetch-weather'
import { findKept, isFresh } from './kept-weather'
import { placeOnGrid } from './place'
import type { Service } from './service'

/** So often at most a process looks, however much it has to do. */
const lookEveryMs = 60_000

let lookedAt = -Infinity

/**
 * Learns the weather at the restaurants before a courier needs it, so that no
 * order ever waits for it. One call that fails ends the round.
 */
export async function lookAhead(
  db: Database,
  ask: Ask,
  service: Service,
): Promise<void> {
  const now = performance.now()
  if (service.address === null || now - lookedAt < lookEveryMs) return
  lookedAt = now

  for (const restaurant of await db.select().from(restaurants)) {
    const place = placeOnGrid(restaurant)
    if (isFresh(await findKept(db, place))) continue
    if (!(await fetchWeather(db, ask, service, place))) return
  }
}
