import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { houseDatabase } from '@/server/http/visit'
import { forgottenCookie, readCredential } from '@/server/sandbox/credentials'
import { endSession } from '@/server/sandbox/sessions'
import { ask, replyOf } from '../ask'

/** Signs out here: the session ends, and a copy of a cookie opens nothing. */
export const POST = endpoint(
  async ({ request }) => {
    const answer = await ask(houseDatabase(), request, 'signout')
    const credential = await readCredential(request.headers)
    if (credential.kind === 'none' || credential.sessionId === null)
      return replyOf(answer)
    const { sessionId } = credential
    await endSession(houseDatabase(), sessionId)
    return replyOf(answer, [forgottenCookie()])
  },
  { isTraced: false },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
