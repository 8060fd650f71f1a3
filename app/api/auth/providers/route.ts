import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { houseDatabase } from '@/server/http/visit'
import { ask, replyOf } from '../ask'

/** By whom people can sign in here. */
export const GET = endpoint(
  async ({ request }) =>
    replyOf(await ask(houseDatabase(), request, 'providers')),
  { credentials: 'none', isTraced: false },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
