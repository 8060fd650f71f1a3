import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { cookieForTrace } from '@/server/http/trace-cookie'
import { limitRate } from '@/server/limits/limit-rate'
import { houseDatabase } from '@/server/http/visit'
import { ask, replyOf } from '../../ask'

/** Begins a sign-in: where the browser has to go for it. */
export const POST = endpoint(
  async ({ request, params, db, step }) => {
    const guest = await step('see who is asking', () => requireGuest(db))
    await step('count this request', () => limitRate(db, guest, 'sign-ins'))
    const house = houseDatabase()
    const answer = await step('begin the sign-in', () =>
      ask(house, request, 'signin', params.id),
    )
    return replyOf(answer, cookieForTrace())
  },
  { credentials: 'page' },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
