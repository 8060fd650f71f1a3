import { requireGuest } from '@/server/guests/require-guest'
import { endpoint, type DoorVisit } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readForm } from '@/server/http/read-form'
import { forgottenTraceCookie } from '@/server/http/trace-cookie'
import { houseDatabase } from '@/server/http/visit'
import { limitSignIns } from '@/server/limits/limit-address'
import { limitRate } from '@/server/limits/limit-rate'
import { addressOf } from '@/server/sandbox/address'
import { cookieFor, makeToken } from '@/server/sandbox/credentials'
import { moveIn } from '@/server/sandbox/move-in'
import { openSession } from '@/server/sandbox/sessions'
import { spanStore } from '@/tracing/span-store'
import { ask, replyOf } from '../../ask'

/** The answer of a provider, by way of the browser. */
export const GET = endpoint(
  async (visit) => {
    const { request, params, step } = visit
    const house = houseDatabase()
    const answer = await step('check the answer', () =>
      ask(house, request, 'callback', params.id),
    )
    return letIn(visit, answer, [forgottenTraceCookie()])
  },
  { credentials: 'page', continues: true },
)

/** An e-mail address and a password. */
export const POST = endpoint(
  async (visit) => {
    const { request, params, db, step } = visit
    const house = houseDatabase()
    const guest = await step('see who is asking', () => requireGuest(db))
    await step('count this request', () => limitRate(db, guest, 'sign-ins'))
    const form = await step('read the form', () => readForm(request))
    const address = addressOf(request.headers)
    await step('count the tries', () =>
      limitSignIns(house, address, form.get('email')),
    )
    const answer = await step('check the password', () =>
      ask(house, request, 'callback', params.id),
    )
    return letIn(visit, answer)
  },
  { credentials: 'page' },
)

/** Whoever has proven an account comes home; anybody else hears why not. */
async function letIn(
  { step, sandboxId, enter }: DoorVisit,
  answer: Awaited<ReturnType<typeof ask>>,
  cookies: string[] = [],
): Promise<Response> {
  const house = houseDatabase()
  const { account, sessionId } = answer
  if (account === null) return replyOf(answer, cookies)

  await spanStore().flush()
  const home = await step('bring everything home', () =>
    moveIn(house, account, sandboxId),
  )
  enter(home)
  await step('open a session', () =>
    openSession(house, sessionId, account, home),
  )
  const token = await makeToken(home, undefined, null, sessionId)
  return replyOf(answer, [...cookies, cookieFor(token)])
}

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST')
