import { readCredential } from '@/server/sandbox/credentials'
import { requireSession } from '@/server/sandbox/sessions'
import { ProblemError } from './errors'
import { refuseCrossSite } from './same-site'

/**
 * The sandbox that a page's cookie proves. A bearer token is no cookie: whoever
 * holds one cannot make more of them, or longer ones.
 */
export async function requireCookie(
  request: Request,
): Promise<{ sandboxId: string; sessionId: string | null }> {
  const credential = await readCredential(request.headers)
  refuseCrossSite(request, credential)
  if (credential.kind === 'cookie' && credential.memberId === null) {
    const { sandboxId, sessionId } = credential
    if (sessionId !== null) await requireSession(sandboxId, sessionId)
    return { sandboxId, sessionId }
  }

  throw new ProblemError(
    'not-signed-in',
    'This asks for the cookie of a page that has a sandbox of its own.',
    { headers: { 'WWW-Authenticate': 'Bearer realm="plateful"' } },
  )
}
