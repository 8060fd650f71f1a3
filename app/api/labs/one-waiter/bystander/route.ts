import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'

/** As little as a server can do: a guest who asks for the time. */
export const GET = endpoint(
  async () => ({ status: 200, body: { now: new Date().toISOString() } }),
  { credentials: 'none', isTraced: false },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
