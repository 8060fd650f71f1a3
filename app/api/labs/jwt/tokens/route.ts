import { SpecimenWish } from '@/contracts/jwt-lab'
import { claimsOfCaller } from '@/labs/jwt/server/claims-of-caller'
import { makeSpecimen } from '@/labs/jwt/server/make-specimen'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** A token of the caller's own sandbox, genuine or with something wrong. */
export const POST = endpoint(
  async ({ request, db, member, step }) => {
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    const wish = await step('read the experiment', () =>
      readJson(request, SpecimenWish),
    )

    const draft = await claimsOfCaller(request, guest)
    return { status: 201, body: await makeSpecimen(draft, wish) }
  },
  // The reply is a token: it is kept nowhere.
  { isTraced: false },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
