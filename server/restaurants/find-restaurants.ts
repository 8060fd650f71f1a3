import { inArray } from 'drizzle-orm'
import type { Restaurant } from '@/contracts/restaurants'
import type { Database } from '@/db/client'
import { restaurants } from '@/db/schema/restaurants'
import { shapeRestaurant } from './shape-restaurant'

/** The restaurants of these slugs, with one query for all of them. */
export async function findRestaurants(
  db: Database,
  slugs: readonly string[],
): Promise<Restaurant[]> {
  const rows = await db
    .select()
    .from(restaurants)
    .where(inArray(restaurants.slug, [...slugs]))
  const now = new Date()
  return rows.map((row) => shapeRestaurant(row, now))
}
