import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { houseDatabase } from '@/server/http/visit'
import { ask, replyOf } from '../ask'

/** A token that only a page of this site can send back, with its cookie. */
export const GET = endpoint(
  async ({ request }) => replyOf(await ask(houseDatabase(), request, 'csrf')),
  { credentials: 'none', isTraced: false },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
