import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { checkHealth } from '@/server/site/check-health'

const headers = { 'Cache-Control': 'no-store' }

/** Whether the backend can work, and if not, what to do about it. */
export const GET = endpoint(
  async () => {
    const body = await checkHealth()
    if (body.status === 'ok') return { status: 200, headers, body }
    return { status: 503, headers: { ...headers, 'Retry-After': '10' }, body }
  },
  { credentials: 'none', isTraced: false },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
