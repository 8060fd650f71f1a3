import { createHash, randomBytes } from 'node:crypto'
import type { Answer, Ask } from './record-api'

const redirectUri = 'http://127.0.0.1:9999/callback'
const secret = randomBytes(24).toString('hex')

/** The client for which the exchanges are recorded. */
export const identityVariables = {
  OIDC_CLIENT_ID: 'your-client',
  OIDC_CLIENT_SECRET: secret,
  OIDC_REDIRECT_URI: redirectUri,
}

type Recorder = {
  record: (name: string, how?: Ask) => Promise<unknown>
  ask: (name: string, how: Ask) => Promise<Answer>
  keep: (name: string, answer: Answer) => unknown
  token: string
}

const at = (path: string) => `/api/identity/${path}`

/** One sign-in at the identity provider, from the discovery to the way out. */
export async function recordIdentity({
  record,
  ask,
  keep,
  token,
}: Recorder): Promise<void> {
  await record(`GET ${at('.well-known/openid-configuration')}`)
  await record(`GET ${at('jwks')}`)
  const verifier = randomBytes(32).toString('base64url')
  const wish = {
    client_id: 'your-client',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid profile',
    state: 'what-you-were-doing',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }
  const path = `${at('authorize')}?${new URLSearchParams(wish)}`
  await record(`GET ${at('authorize')}`, { path })
  await record(`POST ${at('authorize')}`, { form: wish })

  const signIn = `POST ${at('sign-in')}`
  const headers = { cookie: `sandbox=${token}` }
  const form = { ...wish, name: 'Mara' }
  const answer = await ask(signIn, { headers, form })
  keep(signIn, answer)
  const [, location = ''] =
    answer.headers.find(([field]) => field === 'location') ?? []
  const tokens = Object(
    await record(`POST ${at('token')}`, {
      form: {
        grant_type: 'authorization_code',
        code: new URL(location).searchParams.get('code') ?? '',
        redirect_uri: redirectUri,
        code_verifier: verifier,
        client_id: 'your-client',
        client_secret: secret,
      },
    }),
  )
  const access = String(tokens.access_token)
  await record(`GET ${at('userinfo')}`, { token: access })
  const out = new URLSearchParams({
    id_token_hint: String(tokens.id_token),
    post_logout_redirect_uri: redirectUri,
  })
  await record(`GET ${at('end-session')}`, {
    path: `${at('end-session')}?${out}`,
  })
}

/** A body as it is sent: a form, JSON, or nothing. */
export function sentAs(form: Ask['form'], body: unknown) {
  if (form) return new URLSearchParams(form)
  return body === undefined ? null : JSON.stringify(body)
}
