import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readForm } from '@/server/http/read-form'
import { houseDatabase } from '@/server/http/visit'
import { findGrantOfIdToken } from '@/server/identity/check-token'
import { readWayOut, signedOutPage } from '@/server/identity/end-session'
import { revokeGrant } from '@/server/identity/revoke-grant'

/** A client says that somebody signs out: what they granted it ends. */
export const GET = endpoint(
  async ({ request, step, enter }) => {
    const form = await step('read the form', () => readForm(request))
    const hint = form.get('id_token_hint') ?? ''
    const grant = await step('check the ID token', () =>
      findGrantOfIdToken(houseDatabase(), hint),
    )
    const location = readWayOut(form, grant)
    if (grant)
      await step('revoke the grant', () =>
        revokeGrant(enter(grant.sandboxId), grant),
      )

    if (location === null) return signedOutPage()
    const headers = { Location: location, 'Cache-Control': 'no-store' }
    return { status: 303, headers }
  },
  { credentials: 'none' },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
