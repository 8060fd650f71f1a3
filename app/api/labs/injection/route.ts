import { DishSearch } from '@/contracts/injection'
import { searchByJoining } from '@/labs/injection/server/search-by-joining'
import { searchDishes } from '@/labs/injection/server/search-dishes'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** A search in a cage, by joining strings or with a parameter. */
export const POST = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const { way, words } = await step('read the words', () =>
    readJson(request, DishSearch),
  )

  const answer =
    way === 'joined'
      ? await step('search by joining strings', () => searchByJoining(words))
      : await step('search with a parameter', () => searchDishes(words))
  return { status: 200, body: answer }
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
