import { and, eq, inArray } from 'drizzle-orm'
import type { NewOrder } from '@/contracts/orders'
import type { Database } from '@/db/client'
import { dishes, restaurants } from '@/db/schema/restaurants'
import { openingAt } from '../restaurants/opening-hours'
import {
  RestaurantClosedError,
  UnknownDishError,
  UnknownRestaurantError,
} from './basket-errors'

/** A wish with the restaurant's own prices on it. */
export type Basket = {
  restaurant: { slug: string; name: string }
  lines: BasketLine[]
  subtotalMinor: number
  deliveryFeeMinor: number
  totalMinor: number
  distanceM: number
  note: string | null
}

export type BasketLine = {
  dish: string
  name: string
  quantity: number
  priceMinor: number
  portions: number
}

/** Looks up today's menu and prices the wish; what it costs is decided here. */
export async function priceBasket(
  db: Database,
  wish: NewOrder,
): Promise<Basket> {
  const restaurant = await getOpenRestaurant(db, wish.restaurant)
  const menu = await listDishes(db, wish)

  const lines = wish.lines.map(({ dish: id, quantity }, position) => {
    const dish = menu.find((known) => known.id === id)
    if (!dish) throw new UnknownDishError(id, restaurant.name, position)
    const { name, priceMinor, portions } = dish
    return { dish: id, name, quantity, priceMinor, portions }
  })
  const subtotalMinor = lines.reduce(
    (sum, line) => sum + line.quantity * line.priceMinor,
    0,
  )
  const { slug, name, deliveryFeeMinor, distanceKm } = restaurant
  const totalMinor = subtotalMinor + deliveryFeeMinor
  const distanceM = Math.round(distanceKm * 1000)
  const note = wish.note ?? null
  return {
    restaurant: { slug, name },
    lines,
    subtotalMinor,
    deliveryFeeMinor,
    totalMinor,
    distanceM,
    note,
  }
}

async function getOpenRestaurant(db: Database, slug: string) {
  const [restaurant] = await db
    .select()
    .from(restaurants)
    .where(eq(restaurants.slug, slug))
  if (!restaurant) throw new UnknownRestaurantError(slug)

  const { open, opensAt } = openingAt(restaurant, new Date())
  if (!open) throw new RestaurantClosedError(restaurant.name, opensAt)
  return restaurant
}

function listDishes(db: Database, wish: NewOrder) {
  const wanted = wish.lines.map((line) => line.dish)
  return db
    .select()
    .from(dishes)
    .where(
      and(eq(dishes.restaurant, wish.restaurant), inArray(dishes.id, wanted)),
    )
}
