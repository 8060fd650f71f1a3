import { NewAccount } from '@/contracts/accounts'
import { requireAccount, showAccount } from '@/server/guests/account'
import { register } from '@/server/guests/register'
import { requireGuest } from '@/server/guests/require-guest'
import { requireOwner } from '@/server/guests/require-part'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { houseDatabase } from '@/server/http/visit'
import { limitSignIns } from '@/server/limits/limit-address'
import { limitRate } from '@/server/limits/limit-rate'
import { addressOf } from '@/server/sandbox/address'
import { forgottenCookie } from '@/server/sandbox/credentials'
import { removeAccount } from '@/server/sandbox/sessions'

/** The caller's account. */
export const GET = endpoint(
  async ({ db, member }) => {
    requireOwner(member)
    const account = await requireAccount(db)
    const body = await showAccount(houseDatabase(), account)
    return { status: 200, body }
  },
  { isTraced: false },
)

/** Makes an account with an e-mail address and a password. */
export const POST = endpoint(
  async ({ request, db, step }) => {
    const guest = await step('see who is asking', () => requireGuest(db))
    await step('count this request', () => limitRate(db, guest, 'sign-ins'))
    const house = houseDatabase()
    const address = addressOf(request.headers)
    await limitSignIns(house, address)
    const wish = await step('read the wish', () =>
      readJson(request, NewAccount),
    )

    await register(house, wish)
    return { status: 204 }
  },
  { credentials: 'page', isTraced: false },
)

/** Deletes the account, and all that is in its sandbox. */
export const DELETE = endpoint(
  async ({ db, member }) => {
    requireOwner(member)
    const account = await requireAccount(db)
    await removeAccount(houseDatabase(), account)
    return { status: 204, headers: { 'Set-Cookie': forgottenCookie() } }
  },
  { isTraced: false },
)

export const { PUT, PATCH, OPTIONS } = otherMethods('GET', 'POST', 'DELETE')
