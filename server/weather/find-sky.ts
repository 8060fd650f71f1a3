import type { Sky } from '@/contracts/sky'
import { catalogue } from '@/db/catalogue/catalogue'
import type { Database } from '@/db/client'
import { findKept } from './kept-weather'
import { placeOnGrid } from './place'

/**
 * What the sky over a restaurant does, as far as it is kept; null where nobody
 * knows. Nobody is asked: no order waits for somebody else's service.
 */
export async function findSky(
  db: Database,
  restaurant: string,
): Promise<Sky | null> {
  const house = catalogue.find(({ slug }) => slug === restaurant)
  const kept = house ? await findKept(db, placeOnGrid(house)) : null
  return kept?.observation.sky ?? null
}
