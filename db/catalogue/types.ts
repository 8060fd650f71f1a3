import type { Allergen } from '@/contracts/restaurants'

/** A dish as the catalogue has it: the same for every visitor. */
export type CatalogueDish = {
  id: string
  name: string
  description: string
  priceMinor: number
  allergens: Allergen[]
  picture: `/plates/${string}.svg`
  /** How many there are on a fresh day. */
  portions: number
}

/**
 * A restaurant as the catalogue has it. All of them deliver in one made-up
 * city, so the distance is a story; the time zone and the position are those
 * of the real city whose hours the kitchen keeps.
 */
export type CatalogueRestaurant = {
  slug: string
  name: string
  cuisine: string
  description: string
  timeZone: string
  /** "HH:MM" on the restaurant's own clock; null when it never opens. */
  opens: string | null
  /** Not after `opens`: on the next day. Equal to it: round the clock. */
  closes: string | null
  address: string
  latitude: number
  longitude: number
  distanceKm: number
  minutesFrom: number
  minutesTo: number
  deliveryFeeMinor: number
  picture: `/plates/${string}.svg`
  dishes: CatalogueDish[]
}
