import { asc, eq } from 'drizzle-orm'
import { usd } from '@/contracts/money'
import type { Dish, Restaurant } from '@/contracts/restaurants'
import type { Database } from '@/db/client'
import { dishes, portions } from '@/db/schema/restaurants'

/** The menu of a restaurant, with what is left of each dish for this guest. */
export async function listDishes(
  db: Database,
  restaurant: Restaurant,
): Promise<Dish[]> {
  const rows = await db
    .select({ dish: dishes, left: portions.left })
    .from(dishes)
    .leftJoin(portions, eq(portions.dish, dishes.id))
    .where(eq(dishes.restaurant, restaurant.slug))
    .orderBy(asc(dishes.position))

  return rows.map(({ dish, left }) => {
    const portionsLeft = left ?? dish.portions
    return {
      id: dish.id,
      name: dish.name,
      description: dish.description,
      price: usd(dish.priceMinor),
      allergens: dish.allergens,
      picture: dish.picture,
      portionsLeft,
      available: restaurant.open && portionsLeft > 0,
    }
  })
}
