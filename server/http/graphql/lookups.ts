import DataLoader from 'dataloader'
import type { Dish, Restaurant } from '@/contracts/restaurants'
import type { Database } from '@/db/client'
import type { Sources } from './sources'

/**
 * Look-ups that wait for one another. Each resolver asks for one thing; what
 * all of them ask for in the same moment is looked up with one statement.
 */
export function makeLookups(db: Database, sources: Sources) {
  return {
    restaurant: new DataLoader<string, Restaurant>(async (slugs) => {
      const found = await sources.restaurantsOf(db, [...slugs])
      return slugs.map(
        (slug) =>
          found.find((one) => one.slug === slug) ??
          new Error(`There is no restaurant ${slug}`),
      )
    }),
    menu: new DataLoader<Restaurant, Dish[], string>(
      async (restaurants) => {
        const menus = await sources.menusOf(db, restaurants)
        return restaurants.map(({ slug }) => menus.get(slug) ?? [])
      },
      { cacheKeyFn: ({ slug }) => slug },
    ),
  }
}
export type Lookups = ReturnType<typeof makeLookups>
