import type { Dish, Restaurant } from '@/contracts/restaurants'
import type { Database } from '@/db/client'
import { listMenus } from './list-menus'

/** The menu of a restaurant, with what is left of each dish for this guest. */
export async function listDishes(
  db: Database,
  restaurant: Restaurant,
): Promise<Dish[]> {
  const menus = await listMenus(db, [restaurant])
  return menus.get(restaurant.slug) ?? []
}
