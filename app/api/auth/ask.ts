import { askAuth, type AuthAnswer } from '@/server/guests/auth'
import type { DoorVisit } from '@/server/http/endpoint'
import { ownAgent } from '@/server/http/own-agent'
import { textResponse } from '@/server/http/response'
import { readForm, type Form } from '@/server/http/read-form'
import { findSession, newSessionId } from '@/server/sandbox/sessions'

const none: Form = new Map()

/** A question to the sign-in library, as a request asks it. */
export async function ask(
  db: DoorVisit['db'],
  request: Request,
  action: string,
  provider?: string,
): Promise<AuthAnswer & { sessionId: string }> {
  const sessionId = newSessionId()
  const isLive = async (id: string) => (await findSession(db, id)) !== null
  const isPost = request.method === 'POST'
  const query = new URL(request.url).searchParams
  const answer = await askAuth(
    { db, newSessionId: sessionId, isLive, agentFor: ownAgent },
    {
      method: isPost ? 'POST' : 'GET',
      action,
      ...(provider === undefined ? {} : { provider }),
      headers: request.headers,
      query,
      body: isPost ? await readForm(request) : none,
    },
  )
  // To the library every answer that grants nothing is the same.
  const isDenied = query.get('error') === 'access_denied'
  if (isDenied && action === 'callback' && answer.account === null)
    answer.headers.set('location', '/account?error=AccessDenied')
  return { ...answer, sessionId }
}

/** The answer as a reply; more cookies may go along. */
export function replyOf(
  { status, headers, body }: AuthAnswer,
  cookies: string[] = [],
): Response {
  const sent = new Headers(headers)
  for (const cookie of cookies) sent.append('Set-Cookie', cookie)
  sent.set('Cache-Control', 'no-store')
  const location = sent.get('location')
  if (location !== null) sent.set('Location', wayBack(location))
  if (body === null) return new Response(null, { status, headers: sent })
  sent.set('Content-Type', 'application/json; charset=utf-8')
  return textResponse(JSON.stringify(shown(body)), { status, headers: sent })
}

/** Errors lead to the page about the account, without another stop. */
function wayBack(location: string): string {
  const url = new URL(location, 'http://here')
  if (!/^\/api\/auth\/(error|signin)$/.test(url.pathname)) return location
  const error = url.searchParams.get('error') ?? 'Again'
  return `/account?error=${encodeURIComponent(error)}`
}

function shown(body: unknown): unknown {
  const isAddress = typeof body === 'object' && body !== null && 'url' in body
  return isAddress ? { url: wayBack(String(body.url)) } : body
}
