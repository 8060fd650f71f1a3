import { Login } from '@/contracts/session-lab'
import { giveTickets } from '@/labs/session-or-token/server/give-tickets'
import { endLogins, writeLogin } from '@/labs/session-or-token/server/logins'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** Logs somebody in on a device: by a row, by a token, and by both. */
export const POST = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const wish = await step('read the login', () => readJson(request, Login))

  const login = await step('write the session down', () =>
    writeLogin(db, guest, wish),
  )
  const body = await step('sign the tickets', () => giveTickets(login))
  return { status: 201, body }
})

/** Logs out everywhere: whatever is in the table is struck out. */
export const DELETE = endpoint(async ({ db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))

  const rows = await step('strike out the sessions', () => endLogins(db, guest))
  return { status: 200, body: { rows } }
})

export const { GET, PUT, PATCH, OPTIONS } = otherMethods('POST', 'DELETE')
