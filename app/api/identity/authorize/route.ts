import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readForm } from '@/server/http/read-form'
import { checkRequest } from '@/server/identity/check-request'
import { signInPage } from '@/server/identity/sign-in-page'

/** The authorization endpoint: a client sends a browser here to sign in. */
export const GET = endpoint(
  async ({ request, step }) => {
    const form = await step('read the form', () => readForm(request))
    const wish = await step('check the authorization request', () =>
      checkRequest(form),
    )
    return signInPage(wish, form)
  },
  { credentials: 'page', continues: true },
)

/** The same by a form of the client's, from whichever site that is. */
export const POST = endpoint(
  async ({ request, step }) => {
    const form = await step('read the form', () => readForm(request))
    const wish = await step('check the authorization request', () =>
      checkRequest(form),
    )
    return signInPage(wish, form)
  },
  { credentials: 'none' },
)

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST')
