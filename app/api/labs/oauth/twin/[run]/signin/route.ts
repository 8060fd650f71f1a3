import { beginAtTwin } from '@/labs/oauth/server/twin-client'
import { getTwin } from '@/labs/oauth/server/twins'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'

/** The weak twin of Plateful begins a sign-in. */
export const GET = endpoint(
  async ({ params, step, enter }) => {
    const twin = getTwin(params.run)
    enter(twin.sandbox)
    const { location, cookies } = await step('begin the sign-in', () =>
      beginAtTwin(twin),
    )
    const headers = new Headers({ Location: location })
    for (const cookie of cookies) headers.append('Set-Cookie', cookie)
    return new Response(null, { status: 303, headers })
  },
  { credentials: 'own' },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
