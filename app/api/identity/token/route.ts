import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readForm } from '@/server/http/read-form'
import { houseDatabase } from '@/server/http/visit'
import { authenticateClient } from '@/server/identity/authenticate-client'
import { findGrant } from '@/server/identity/find-grant'
import { getPerson } from '@/server/identity/find-person'
import { redeemCode } from '@/server/identity/redeem-code'
import { refuseReplay } from '@/server/identity/revoke-grant'
import { signTokens } from '@/server/identity/sign-tokens'
import {
  giveRefreshToken,
  takeRefreshToken,
} from '@/server/identity/take-refresh-token'
import { limitRate } from '@/server/limits/limit-rate'

/** The token endpoint: a client gives a code and takes tokens. */
export const POST = endpoint(
  async ({ request, step, enter }) => {
    const form = await step('read the form', () => readForm(request))
    const client = await step('authenticate the client', () =>
      authenticateClient(request.headers, form),
    )
    const grant = await step('find the grant', () =>
      findGrant(houseDatabase(), form),
    )
    const db = enter(grant.sandboxId)
    const guest = await step('see who is asking', () => requireGuest(db))
    await step('count this request', () => limitRate(db, guest, 'requests'))

    const isFirstUse = form.has('refresh_token')
      ? await step('take the refresh token', () =>
          takeRefreshToken(db, client, grant, form),
        )
      : await step('redeem the code', () => redeemCode(db, client, grant, form))
    if (!isFirstUse)
      await step('revoke the grant', () => refuseReplay(db, grant))

    const person = await step('find the person', () => getPerson(db, grant))
    const tokens = await step('sign the tokens', () =>
      signTokens(db, grant, person),
    )
    const refresh = client.mayRefresh
      ? await step('give a refresh token', () => giveRefreshToken(db, grant))
      : undefined
    const headers = { 'Cache-Control': 'no-store', Pragma: 'no-cache' }
    return { status: 200, headers, body: { ...tokens, ...refresh } }
  },
  { credentials: 'own' },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
