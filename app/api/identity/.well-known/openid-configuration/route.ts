import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { describeProvider } from '@/server/identity/describe-provider'

/** What a client has to know of this provider, at an address that is agreed. */
export const GET = endpoint(
  async () => ({ status: 200, body: describeProvider() }),
  { credentials: 'none', isTraced: false },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
