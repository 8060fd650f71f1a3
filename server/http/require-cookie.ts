import { readCredential } from '@/server/sandbox/credentials'
import { ProblemError } from './errors'
import { refuseCrossSite } from './same-site'

/**
 * The sandbox that a page's cookie proves. A bearer token is no cookie: whoever
 * holds one cannot make more of them, or longer ones.
 */
export async function requireCookie(request: Request): Promise<string> {
  const credential = await readCredential(request.headers)
  refuseCrossSite(request, credential)
  if (credential.kind === 'cookie') return credential.sandboxId

  throw new ProblemError(
    'not-signed-in',
    'This asks for the cookie of a page that has a sandbox.',
    { headers: { 'WWW-Authenticate': 'Bearer realm="plateful"' } },
  )
}
