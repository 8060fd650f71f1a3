import { asc, eq } from 'drizzle-orm'
import type { Restaurant } from '@/contracts/restaurants'
import type { Database } from '@/db/client'
import { restaurants } from '@/db/schema/restaurants'
import { NotFoundError } from '@/server/http/errors'
import { shapeRestaurant } from './shape-restaurant'

/** Every restaurant, those that are open now first. */
export async function listRestaurants(db: Database): Promise<Restaurant[]> {
  const rows = await db
    .select()
    .from(restaurants)
    .orderBy(asc(restaurants.position))
  const now = new Date()
  const shaped = rows.map((row) => shapeRestaurant(row, now))
  return shaped.sort((a, b) => Number(b.open) - Number(a.open))
}

/** One restaurant by its slug; 404 when there is none. */
export async function getRestaurant(
  db: Database,
  slug: string,
): Promise<Restaurant> {
  const [row] = await db
    .select()
    .from(restaurants)
    .where(eq(restaurants.slug, slug))
  if (!row) throw new NotFoundError('restaurant')
  return shapeRestaurant(row, new Date())
}
