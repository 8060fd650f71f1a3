import type { Reply } from '@/contracts/http'
import { ProblemError } from '@/server/http/errors'
import { findClient, type Client } from './clients'
import type { Grant } from './find-grant'
import { page } from './page'

type Parameters = ReadonlyMap<string, string>

/**
 * Where a browser goes once its session has ended (RP-Initiated Logout): to an
 * address that the client has registered, letter by letter, or nowhere.
 */
export function readWayOut(
  form: Parameters,
  grant: Grant | null,
): string | null {
  const wanted = form.get('post_logout_redirect_uri')
  if (wanted === undefined) return null

  const client = clientOf(form, grant)
  if (!client?.postLogoutRedirectUris.includes(wanted))
    throw new ProblemError(
      'unknown-redirect',
      'The post_logout_redirect_uri is not one that this client registered.',
    )
  const url = new URL(wanted)
  const state = form.get('state')
  if (state !== undefined) url.searchParams.append('state', state)
  return url.href
}

/** The client that the ID token was made for; else the one that is named. */
function clientOf(form: Parameters, grant: Grant | null): Client | null {
  const named = form.get('client_id')
  if (grant && named !== undefined && named !== grant.clientId) return null
  return findClient(grant?.clientId ?? named)
}

/** For a browser that has nowhere to go. */
export function signedOutPage(): Reply {
  return page({
    title: 'Signed out',
    status: 200,
    body: `
      <h1>You are signed out</h1>
      <p>Nobody stays signed in at this provider. What you had granted to the
        site that sent you here has ended.</p>
      <p><a href="/">Go to the first page</a></p>`,
  })
}
