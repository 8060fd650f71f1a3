import { getTwin } from '@/labs/oauth/server/twins'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'

/** The attacker's own address: whatever a browser brings, it thanks for. */
export const GET = endpoint(
  async ({ params, enter }) => {
    enter(getTwin(params.run).sandbox)
    return { status: 200, body: { thanks: 'Mallory has what you brought.' } }
  },
  { credentials: 'own' },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
