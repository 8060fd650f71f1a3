import { SignIn } from '@/contracts/engine'
import { checkPassword } from '@/labs/engine/server/check-password'
import { keepSignIn } from '@/labs/engine/server/keep-sign-in'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** Signs somebody in who knows the password. */
export const POST = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const wish = await step('read the sign-in', () => readJson(request, SignIn))

  const name = await step('check the password', () => checkPassword(wish))
  const signedIn = await step('keep the sign-in', () => keepSignIn(db, name))
  return { status: 201, body: signedIn }
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
