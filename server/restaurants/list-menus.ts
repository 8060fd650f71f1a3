import { asc, eq, inArray } from 'drizzle-orm'
import { usd } from '@/contracts/money'
import type { Dish, Restaurant } from '@/contracts/restaurants'
import type { Database } from '@/db/client'
import { dishes, portions } from '@/db/schema/restaurants'

/**
 * The menus of these restaurants by their slugs, with what is left of each dish
 * for this guest: one query for all of them.
 */
export async function listMenus(
  db: Database,
  restaurants: readonly Restaurant[],
): Promise<Map<string, Dish[]>> {
  const slugs = restaurants.map(({ slug }) => slug)
  const rows = await db
    .select({ dish: dishes, left: portions.left })
    .from(dishes)
    .leftJoin(portions, eq(portions.dish, dishes.id))
    .where(inArray(dishes.restaurant, slugs))
    .orderBy(asc(dishes.position))

  return new Map(
    restaurants.map(({ slug, open }) => [
      slug,
      rows
        .filter(({ dish }) => dish.restaurant === slug)
        .map(({ dish, left }) => shapeDish(dish, left ?? dish.portions, open)),
    ]),
  )
}

/** A dish's row in the shape that crosses the wire. */
function shapeDish(
  dish: typeof dishes.$inferSelect,
  portionsLeft: number,
  isOpen: boolean,
): Dish {
  return {
    id: dish.id,
    name: dish.name,
    description: dish.description,
    price: usd(dish.priceMinor),
    allergens: dish.allergens,
    picture: dish.picture,
    portionsLeft,
    available: isOpen && portionsLeft > 0,
  }
}
