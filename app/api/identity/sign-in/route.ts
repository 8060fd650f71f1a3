import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readForm } from '@/server/http/read-form'
import { cookieForRealm, readRealm } from '@/server/http/realm-cookie'
import { houseDatabase } from '@/server/http/visit'
import { addPerson, findPerson } from '@/server/identity/find-person'
import { issueCode } from '@/server/identity/issue-code'
import { checkRequest } from '@/server/identity/check-request'
import { nameIn, signInPage } from '@/server/identity/sign-in-page'
import { limitRate } from '@/server/limits/limit-rate'

/** Somebody has said who they are: back to the client, with a code. */
export const POST = endpoint(
  async ({ request, db, step, enter }) => {
    const guest = await step('see who is asking', () => requireGuest(db))
    await step('count this request', () => limitRate(db, guest, 'sign-ins'))
    const form = await step('read the form', () => readForm(request))
    const wish = await step('check the authorization request', () =>
      checkRequest(form),
    )
    const name = nameIn(form)
    if (name === null)
      return signInPage(wish, form, 'A name has 1 to 60 visible signs.')

    const realm = readRealm(request.headers)
    const known = await step('find the person', () =>
      findPerson(houseDatabase(), realm, name),
    )
    const person =
      known ?? (await step('add the person', () => addPerson(db, realm, name)))
    const location = await step('issue a code', () =>
      issueCode(enter(person.sandboxId), person, wish),
    )
    const headers = {
      Location: location,
      'Set-Cookie': cookieForRealm(realm),
      'Cache-Control': 'no-store',
    }
    return { status: 303, headers }
  },
  { credentials: 'page', continues: true },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
