import { MarkedReview } from '@/contracts/xss-lab'
import { joinAround } from '@/labs/xss/server/join-around'
import { keepMarkedReview } from '@/labs/xss/server/keep-marked-review'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** Keeps a review, and joins an unprotected page around it. */
export const POST = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const { text } = await step('read the review', () =>
    readJson(request, MarkedReview),
  )

  const kept = await step('keep the review', () => keepMarkedReview(db, text))
  const body = await step('join the page', () => joinAround(kept))
  return { status: 201, body }
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
