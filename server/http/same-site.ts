import { env } from '@/env'
import type { Credential } from '@/server/sandbox/credentials'
import { ProblemError } from './errors'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a write that a page of another site sent: cookies travel with it
 * whether its author may use them or not. A bearer token does not, so whoever
 * carries one is who they say. Browsers tell by Sec-Fetch-Site, older ones by
 * Origin; other clients send neither.
 */
export function refuseCrossSite(
  request: Request,
  credential: Credential,
): void {
  if (safeMethods.has(request.method) || credential.kind === 'bearer') return

  if (isFromElsewhere(request))
    throw new ProblemError(
      'cross-site-write',
      'This request was sent by a page of another site.',
    )
}

/** Whether a page of this site sent the request, and so can keep a cookie. */
export function isOwnPage(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = request.headers.get('origin')
  return origin !== null && isOwnOrigin(origin, request)
}

function isFromElsewhere(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  const origin = request.headers.get('origin')
  return origin !== null && !isOwnOrigin(origin, request)
}

function isOwnOrigin(origin: string, request: Request): boolean {
  if (origin === env.publicUrl) return true
  const host = request.headers.get('host')
  return origin === `http://${host}` || origin === `https://${host}`
}
