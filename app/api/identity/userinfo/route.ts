import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { houseDatabase } from '@/server/http/visit'
import { checkAccessToken } from '@/server/identity/check-token'
import { getPerson } from '@/server/identity/find-person'
import { claimsOf } from '@/server/identity/sign-tokens'
import { limitRate } from '@/server/limits/limit-rate'

/** Who signed in, for the client that has an access token. */
export const GET = endpoint(
  async ({ request, step, enter }) => {
    const grant = await step('check the access token', () =>
      checkAccessToken(houseDatabase(), request.headers),
    )
    const db = enter(grant.sandboxId)
    const guest = await step('see who is asking', () => requireGuest(db))
    await step('count this request', () => limitRate(db, guest, 'requests'))

    const person = await step('find the person', () => getPerson(db, grant))
    const { subject: sub } = person
    const headers = { 'Cache-Control': 'no-store' }
    return {
      status: 200,
      headers,
      body: { sub, ...claimsOf(grant.scope, person) },
    }
  },
  { credentials: 'own' },
)

/** OpenID Connect asks for both methods; the token is in the header of both. */
export const POST = GET

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST')
