import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readContract } from '@/server/site/read-contract'

/** The contract of this backend, as an OpenAPI 3.1 document. */
export const GET = endpoint(
  async () => ({
    status: 200,
    headers: { 'Cache-Control': 'public, max-age=300' },
    body: readContract(),
  }),
  { credentials: 'none', isTraced: false },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
