import { callBack } from '@/server/http/call-back'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'

/** The door that the W3C's own tests of Trace Context knock at. */
export const POST = endpoint(
  async ({ request }) => {
    await callBack(request)
    return { status: 200, body: {} }
  },
  { credentials: 'none', isTraced: false },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
