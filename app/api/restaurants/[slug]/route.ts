import { findGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { limitRate } from '@/server/limits/limit-rate'
import { listDishes } from '@/server/restaurants/list-dishes'
import { getRestaurant } from '@/server/restaurants/list-restaurants'

/** One restaurant with its menu, and what is left of each dish. */
export const GET = endpoint(async ({ db, params, sandboxId, member, step }) => {
  const guest = await step('see who is asking', () =>
    findGuest(db, sandboxId, member),
  )
  await step('count this request', () => limitRate(db, guest, 'requests'))

  const restaurant = await step('find the restaurant', () =>
    getRestaurant(db, params.slug),
  )
  const dishes = await step('read the menu', () => listDishes(db, restaurant))
  return { status: 200, body: { ...restaurant, menu: { dishes } } }
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
