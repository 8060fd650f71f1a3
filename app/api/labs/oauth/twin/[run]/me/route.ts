import { findTwinGuest } from '@/labs/oauth/server/twin-session'
import { getTwin } from '@/labs/oauth/server/twins'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'

/** Who is signed in at the weak twin of Plateful, in this browser. */
export const GET = endpoint(
  async ({ request, params, step, enter }) => {
    const twin = getTwin(params.run)
    enter(twin.sandbox)
    const name = await step('find the session', () =>
      findTwinGuest(twin, request.headers),
    )
    return { status: 200, body: { name } }
  },
  { credentials: 'own' },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
