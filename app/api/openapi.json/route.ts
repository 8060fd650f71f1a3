import { openApiDocument } from '@/contracts/openapi'
import { env } from '@/env'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'

/** The contract of this backend, as an OpenAPI 3.1 document. */
export const GET = endpoint(
  async () => ({
    status: 200,
    headers: { 'Cache-Control': 'public, max-age=300' },
    body: openApiDocument(env.publicUrl, env.version),
  }),
  { credentials: 'none', isTraced: false },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
