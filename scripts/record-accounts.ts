import { Browser } from '@/app/api/identity/test-browser'
import { operations } from '@/contracts/openapi-operations'
import type { Answer, Ask } from './record-api'

type Recorder = {
  ask: (name: string, how: Ask) => Promise<Answer>
  keep: (name: string, answer: Answer) => unknown
}

/** An account from its making to its end, as one browser with its cookies. */
export async function recordAccounts({ ask, keep }: Recorder): Promise<void> {
  const browser = new Browser()
  const recordHere = async (name: string, how: Ask = {}): Promise<unknown> => {
    const answer = await ask(name, {
      ...how,
      headers: { cookie: browser.cookies(), 'sec-fetch-site': 'same-origin' },
    })
    browser.keepCookies(answer.cookies)
    return keep(name, answer)
  }
  const example = (name: string) => operations[name]?.body?.example
  const form = async () => ({
    csrfToken: String(Object(await recordHere('GET /api/auth/csrf')).csrfToken),
    json: 'true',
  })

  const person = Object(example('POST /api/account'))
  const signIn = async () =>
    recordHere('POST /api/auth/callback/{id}', {
      path: '/api/auth/callback/password',
      form: { ...(await form()), ...person },
    })

  await recordHere('GET /api/auth/providers')
  await recordHere('POST /api/auth/signin/{id}', {
    path: '/api/auth/signin/identity',
    form: await form(),
  })
  await recordHere('POST /api/account', { body: person })
  await signIn()
  await recordHere('GET /api/auth/session')
  await recordHere('GET /api/labs/jwt')
  await recordHere('GET /api/account')
  const progress = 'PUT /api/account/progress'
  await recordHere(progress, { body: example(progress) })
  await recordHere('GET /api/account/progress')
  await recordHere('POST /api/auth/signout', { form: await form() })
  await signIn()
  await recordHere('DELETE /api/account/sessions')
  await signIn()
  await recordHere('DELETE /api/account')
}
