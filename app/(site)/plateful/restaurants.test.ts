import { expect, it } from 'vitest'
import { catalogue } from '@/db/catalogue/catalogue'
import { restaurantNames, usualDishes } from './restaurants'

it('every restaurant of the catalogue has a page, and nobody else', () => {
  const names = catalogue.map(({ slug, name }) => [slug, name])
  expect(Object.entries(restaurantNames)).toEqual(names)
})

it('a waiting menu is as long as the menu will be', () => {
  for (const { dishes } of catalogue) expect(dishes).toHaveLength(usualDishes)
})
