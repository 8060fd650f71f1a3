import { OAuthError, ProblemError } from '@/server/http/errors'
import { answerTo } from './answer-to'
import { findClient, type Client } from './clients'

/** What a client asks for, once it is known to be that client. */
export type AuthorizationRequest = {
  client: Client
  redirectUri: string
  scope: string
  state: string | null
  nonce: string | null
  codeChallenge: string
  loginHint: string
}

type Parameters = ReadonlyMap<string, string>

/**
 * Checks an authorization request (RFC 6749, section 4.1.1). Until the redirect
 * address is known to be the client's own, nothing is sent there, an error as
 * little as a code: a provider that forwards anywhere is an open redirector.
 */
export function checkRequest(form: Parameters): AuthorizationRequest {
  const { client, redirectUri } = requireRedirectUri(form)
  const state = form.get('state') ?? null
  const fault = faultIn(form)
  if (fault) {
    const [error, error_description] = fault
    const answer = { error, error_description, state }
    const redirectTo = answerTo(redirectUri, answer)
    throw new OAuthError(error, error_description, { redirectTo })
  }
  return {
    client,
    redirectUri,
    state,
    scope: scopesIn(form).join(' '),
    nonce: form.get('nonce') ?? null,
    codeChallenge: form.get('code_challenge') ?? '',
    loginHint: form.get('login_hint') ?? '',
  }
}

/** Letter by letter, as it was registered: no pattern, no prefix, no port. */
function requireRedirectUri(form: Parameters) {
  const client = findClient(form.get('client_id'))
  if (!client)
    throw new ProblemError('unknown-client', 'No such client is registered.')
  const redirectUri = form.get('redirect_uri') ?? ''
  if (!client.redirectUris.includes(redirectUri))
    throw new ProblemError(
      'unknown-redirect',
      'The redirect_uri is not one that this client has registered.',
    )
  return { client, redirectUri }
}

/** What the client is told is wrong, by the code of its specification. */
function faultIn(
  form: Parameters,
): [error: string, description: string] | null {
  if (form.has('request'))
    return ['request_not_supported', 'Send the parameters themselves.']
  if (form.has('request_uri'))
    return ['request_uri_not_supported', 'Send the parameters themselves.']
  if (!form.has('response_type'))
    return ['invalid_request', 'The response_type is missing.']
  if (form.get('response_type') !== 'code')
    return ['unsupported_response_type', 'The response_type has to be code.']
  if ((form.get('response_mode') ?? 'query') !== 'query')
    return ['invalid_request', 'The response_mode has to be query.']
  if (!scopesIn(form).includes('openid'))
    return ['invalid_scope', 'The scope has to include openid.']

  // PKCE for every client, and by its safe method only (RFC 9700, 2.1.1).
  if (form.get('code_challenge_method') !== 'S256')
    return ['invalid_request', 'The code_challenge_method has to be S256.']
  if (!/^[\w-]{43}$/.test(form.get('code_challenge') ?? ''))
    return ['invalid_request', 'The code_challenge has to be a SHA-256.']

  // Nobody stays signed in at this provider: each sign-in asks for a name.
  const prompt = form.get('prompt')?.split(' ') ?? []
  if (!prompt.includes('none')) return null
  return prompt.length > 1
    ? ['invalid_request', 'The prompt none stands alone.']
    : ['login_required', 'Somebody has to sign in first.']
}

/** What is offered of what was asked for (RFC 6749, section 3.3). */
function scopesIn(form: Parameters): string[] {
  const wanted = form.get('scope')?.split(' ') ?? []
  return ['openid', 'profile'].filter((scope) => wanted.includes(scope))
}
