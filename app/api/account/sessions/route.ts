import { requireAccount } from '@/server/guests/account'
import { requireOwner } from '@/server/guests/require-part'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { houseDatabase } from '@/server/http/visit'
import { forgottenCookie } from '@/server/sandbox/credentials'
import { endSessions } from '@/server/sandbox/sessions'

/** Signs out everywhere: no cookie and no token of the account is good then. */
export const DELETE = endpoint(
  async ({ db, member }) => {
    requireOwner(member)
    const account = await requireAccount(db)
    await endSessions(houseDatabase(), account)
    return { status: 204, headers: { 'Set-Cookie': forgottenCookie() } }
  },
  { isTraced: false },
)

export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods('DELETE')
