import { findGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { limitRate } from '@/server/limits/limit-rate'
import { listRestaurants } from '@/server/restaurants/list-restaurants'

/** Every restaurant, those that are open now first. */
export const GET = endpoint(async ({ db, sandboxId, member, step }) => {
  const guest = await step('see who is asking', () =>
    findGuest(db, sandboxId, member),
  )
  await step('count this request', () => limitRate(db, guest, 'requests'))

  const items = await step('list the restaurants', () => listRestaurants(db))
  return { status: 200, body: { items } }
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
