import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { houseDatabase } from '@/server/http/visit'
import { ask, replyOf } from '../ask'

/** Until when the caller is signed in; empty for who is not. */
export const GET = endpoint(
  async ({ request }) =>
    replyOf(await ask(houseDatabase(), request, 'session')),
  { credentials: 'none', isTraced: false },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
