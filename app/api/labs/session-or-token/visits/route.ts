import type { Reply } from '@/contracts/http'
import { Ticket } from '@/contracts/session-lab'
import {
  requireLogin,
  type LoggedIn,
} from '@/labs/session-or-token/server/logins'
import { proveTicket } from '@/labs/session-or-token/server/tickets'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** Lets in whoever shows a ticket that is still good, and says who that is. */
export const POST = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'requests'))
  const { way, token } = await step('read the ticket', () =>
    readJson(request, Ticket),
  )

  const bearer =
    way === 'session'
      ? null
      : await step('check the ticket', () => proveTicket(token))
  if (bearer && way === 'token') return letIn(bearer)

  const id = bearer?.session ?? token
  const login = await step('look up the session', () => requireLogin(db, id))
  return letIn(login)
})

function letIn({ name, device, expiresAt }: LoggedIn): Reply {
  const until = new Date(expiresAt).toISOString()
  return { status: 200, body: { name, device, expiresAt: until } }
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
