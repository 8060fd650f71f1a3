import { forgetSandbox, enterSandbox } from '@/components/sandbox-session'
import { isRecord, isSandbox } from '@/components/read-reply'
import { exchange, sendRequest } from '@/components/send-request'
import { traceOf } from '@/components/trace-of'
import { noteWayBack } from './way-back'

export type Account = {
  name: string | null
  email: string | null
  methods: string[]
}

/** The account of this browser; null for who is signed in nowhere. */
export async function readAccount(): Promise<Account | null> {
  // Asked first: that nobody is signed in is no refusal.
  const { body: session } = await sendRequest('/api/auth/session')
  if (!isRecord(session) || session.expires === undefined) return null
  const { response, text } = await exchange('/api/account', {}, {})
  if (!response.ok) return null
  const body: unknown = JSON.parse(text)
  if (!isRecord(body) || !Array.isArray(body.methods)) return null
  const { name, email, methods } = body
  return {
    name: typeof name === 'string' ? name : null,
    email: typeof email === 'string' ? email : null,
    methods: methods.filter((one) => typeof one === 'string'),
  }
}

/** What this browser remembers of its sandbox follows the cookie. */
export async function followCookie(): Promise<void> {
  const { response, text } = await exchange('/api/sandboxes/current', {}, {})
  const body: unknown = response.ok ? JSON.parse(text) : null
  if (isSandbox(body)) enterSandbox({ id: body.id, expiresAt: body.expiresAt })
}

/** The ways in besides a password, by id and name. */
export async function listProviders(): Promise<[string, string][]> {
  const { body } = await sendRequest('/api/auth/providers')
  if (!isRecord(body)) return []
  return Object.values(body).flatMap((one): [string, string][] =>
    isRecord(one) && one.type === 'oauth'
      ? [[String(one.id), String(one.name)]]
      : [],
  )
}

/** Where the browser is to go, and the trace of the request that asked. */
export type WayOn = { address: string; traceId: string | null }

async function send(
  path: string,
  fields: Record<string, string> = {},
): Promise<WayOn> {
  const { body: csrf } = await sendRequest('/api/auth/csrf')
  const csrfToken = isRecord(csrf) ? String(csrf.csrfToken) : ''
  const { response, text } = await exchange(
    `/api/auth/${path}`,
    {
      method: 'POST',
      body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
    },
    {},
  )
  const traceId = traceOf(response.headers)
  const body: unknown = JSON.parse(text)
  if (isRecord(body) && typeof body.url === 'string')
    return { address: body.url, traceId }
  const isTooOften = response.status === 429
  const error = isTooOften ? 'TooOften' : 'Again'
  return { address: `/account?error=${error}`, traceId }
}

/** Sends a form of the sign-in; where the browser is to go then. */
async function press(
  path: string,
  fields: Record<string, string> = {},
): Promise<string> {
  return (await send(path, fields)).address
}

/** Begins a sign-in that comes back to a page of this site. */
export function beginSignInFrom(provider: string, callbackUrl: string) {
  noteWayBack(callbackUrl)
  return send(`signin/${provider}`, { callbackUrl })
}

export function beginSignIn(provider: string) {
  noteWayBack(null)
  return press(`signin/${provider}`)
}
export const signInByPassword = (email: string, password: string) =>
  press('callback/password', { email, password })

export async function signOut(): Promise<void> {
  await press('signout')
  forgetSandbox()
}

/** Signs out everywhere, or deletes the account with all it has. */
export async function leave(path: '/sessions' | ''): Promise<void> {
  await sendRequest(`/api/account${path}`, { method: 'DELETE' })
  forgetSandbox()
}

export async function makeAccount(
  email: string,
  password: string,
): Promise<void> {
  await sendRequest('/api/account', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
}
