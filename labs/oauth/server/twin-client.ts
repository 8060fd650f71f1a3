import { randomBytes } from 'node:crypto'
import { cookieNamed, readCookie } from '@/server/http/cookie'
import { OAuthError } from '@/server/http/errors'
import type { Form } from '@/server/http/read-form'
import type { Twin } from './twins'
import { isAnswerOf, protectionsOf } from './weak-client.unsafe'

const tenMinutes = 10 * 60

/** Where the browser has to go, and what it keeps until it comes back. */
export function beginAtTwin({ address, leftOut }: Twin) {
  const kept = { state: random(), verifier: random() }
  const url = new URL(`${address}/authorize`)
  const parameters = {
    client_id: 'twin',
    redirect_uri: `${address}/callback`,
    response_type: 'code',
    ...protectionsOf(leftOut, kept),
  }
  for (const [name, value] of Object.entries(parameters))
    url.searchParams.set(name, value)

  const cookies = Object.entries(kept).map(([name, value]) =>
    cookieNamed(`twin-${name}`, value, tenMinutes),
  )
  return { location: url.href, cookies }
}

/** The code of an answer, with the verifier that this browser has kept. */
export function checkTwinAnswer(
  { leftOut }: Twin,
  headers: Headers,
  form: Form,
): { code: string; verifier: string } {
  const state = readCookie(headers, 'twin-state')
  if (!isAnswerOf(leftOut, state, form.get('state')))
    throw new OAuthError('bad_state', 'This browser has not asked for it.')
  return {
    code: form.get('code') ?? '',
    verifier: readCookie(headers, 'twin-verifier') ?? '',
  }
}

function random(): string {
  return randomBytes(32).toString('base64url')
}
