import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { requireClock } from '@/server/messages/require-clock'
import { deliverOutbox } from './deliver'

/** A door for a clock outside: sends what is due. Only with the CRON_SECRET. */
export const GET = endpoint(
  async ({ request }) => {
    requireClock(request.headers)
    await deliverOutbox()
    return { status: 200, body: { delivered: true } }
  },
  { credentials: 'own', isTraced: false },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
