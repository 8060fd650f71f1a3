import { fetchPerson } from '@/labs/oauth/server/fetch-person'
import { checkTwinAnswer } from '@/labs/oauth/server/twin-client'
import { openTwinSession } from '@/labs/oauth/server/twin-session'
import { getTwin } from '@/labs/oauth/server/twins'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readForm } from '@/server/http/read-form'

/** The weak twin of Plateful takes the answer of its provider. */
export const GET = endpoint(
  async ({ request, params, step, enter }) => {
    const twin = getTwin(params.run)
    enter(twin.sandbox)
    const form = await step('read the form', () => readForm(request))
    const code = await step('check the answer', () =>
      checkTwinAnswer(twin, request.headers, form),
    )
    const person = await step('fetch who it is', () => fetchPerson(twin, code))
    const cookie = await step('open a session', () =>
      openTwinSession(twin, person),
    )
    const headers = { Location: `${twin.address}/me`, 'Set-Cookie': cookie }
    return { status: 303, headers }
  },
  { credentials: 'own' },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
