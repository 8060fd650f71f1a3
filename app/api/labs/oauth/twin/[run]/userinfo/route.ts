import { findTwinPerson } from '@/labs/oauth/server/twin-userinfo'
import { getTwin } from '@/labs/oauth/server/twins'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'

/** The weak twin of the provider tells who an access token is of. */
export const GET = endpoint(
  async ({ request, params, step, enter }) => {
    const twin = getTwin(params.run)
    enter(twin.sandbox)
    const name = await step('check the access token', () =>
      findTwinPerson(twin, request.headers),
    )
    return { status: 200, body: { name } }
  },
  { credentials: 'own' },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
