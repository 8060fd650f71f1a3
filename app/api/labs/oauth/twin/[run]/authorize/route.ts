import { twinPage } from '@/labs/oauth/server/twin-page'
import {
  checkTwinRequest,
  issueTwinCode,
} from '@/labs/oauth/server/twin-provider'
import { getTwin } from '@/labs/oauth/server/twins'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readForm } from '@/server/http/read-form'

/** The weak twin of the provider: its form. */
export const GET = endpoint(
  async ({ request, params, step, enter }) => {
    const twin = getTwin(params.run)
    enter(twin.sandbox)
    const form = await step('read the form', () => readForm(request))
    await step('check the authorization request', () =>
      checkTwinRequest(twin, form),
    )
    return twinPage(twin, form)
  },
  { credentials: 'own' },
)

/** Somebody has said who they are: back to the client, with a code. */
export const POST = endpoint(
  async ({ request, params, step, enter }) => {
    const twin = getTwin(params.run)
    enter(twin.sandbox)
    const form = await step('read the form', () => readForm(request))
    const redirectUri = await step('check the authorization request', () =>
      checkTwinRequest(twin, form),
    )
    const location = await step('issue a code', () =>
      issueTwinCode(twin, redirectUri, form),
    )
    return { status: 303, headers: { Location: location } }
  },
  { credentials: 'own' },
)

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST')
