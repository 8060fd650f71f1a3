import { NewReview } from '@/contracts/engine'
import { getDish } from '@/labs/engine/server/get-dish'
import { keepReview } from '@/labs/engine/server/keep-review'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** Keeps what a guest thinks of a dish. */
export const POST = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const { dish: id, text } = await step('read the review', () =>
    readJson(request, NewReview),
  )

  const dish = await step('find the dish', () => getDish(db, id))
  const review = await step('keep the review', () => keepReview(db, dish, text))
  return { status: 201, body: review }
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
