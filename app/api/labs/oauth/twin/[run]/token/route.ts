import { redeemTwinCode } from '@/labs/oauth/server/twin-provider'
import { requireTwinClient } from '@/labs/oauth/server/twin-userinfo'
import { getTwin } from '@/labs/oauth/server/twins'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readForm } from '@/server/http/read-form'

/** The weak twin of the provider gives a token for a code. */
export const POST = endpoint(
  async ({ request, params, step, enter }) => {
    const twin = getTwin(params.run)
    enter(twin.sandbox)
    const form = await step('read the form', () => readForm(request))
    await step('authenticate the client', () => requireTwinClient(twin, form))
    const token = await step('redeem the code', () =>
      redeemTwinCode(twin, form),
    )
    const body = { access_token: token, token_type: 'Bearer' }
    return { status: 200, body }
  },
  { credentials: 'own' },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
