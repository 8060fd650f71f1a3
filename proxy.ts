import { createHash, randomBytes } from 'node:crypto'
import { NextResponse, type NextRequest } from 'next/server'
import { themeScript } from '@/components/ui/theme-script'
import { env } from '@/env'
import { securityHeaders } from './security-headers'

/** Pages that are rendered on request. Nothing under /api: see stack-notes. */
export const config = { matcher: '/trace/:path+' }

/**
 * A policy for scripts that holds for one reply: Next puts its nonce on every
 * script it writes. The static pages list hashes instead
 * (scripts/hash-inline-scripts.mjs).
 */
export async function proxy(request: NextRequest) {
  // Next writes its own not-found page by script only. A static one with the
  // right status can be read by everybody. Links within the site need neither.
  const isLink = request.headers.has('rsc')
  if (!isLink && (await isMissing(request))) {
    return NextResponse.rewrite(new URL('/trace/missing', request.url), {
      status: 404,
      headers: { 'cache-control': 'no-store' },
    })
  }

  const nonce = randomBytes(16).toString('base64')
  const policy = policyFor(nonce)

  // Next reads the nonce for its own scripts out of the request.
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

const traceAddress = /^\/trace\/([0-9a-f]{32})$/i
const timeoutMs = 4_000

/** Asks the backend with the visitor's own cookie, as the page will. */
async function isMissing(request: NextRequest): Promise<boolean> {
  const [, traceId] = traceAddress.exec(request.nextUrl.pathname) ?? []
  if (!traceId) return true
  const cookie = request.headers.get('cookie')
  const reply = await fetch(`${env.publicUrl}/api/traces/${traceId}`, {
    method: 'HEAD',
    headers: cookie ? { cookie } : {},
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(() => null)
  return reply?.status === 404 || reply?.status === 401
}

/** The layout's script is the same on every page, so its hash will do. */
const themeHash = createHash('sha256').update(themeScript).digest('base64')

const onEveryPage = securityHeaders
  .filter(({ key }) => key === 'Content-Security-Policy')
  .map(({ value }) => value)

function policyFor(nonce: string): string {
  const scripts = [
    "script-src 'self'",
    `'nonce-${nonce}'`,
    `'sha256-${themeHash}'`,
    "'strict-dynamic'",
    // React rebuilds the server's stack traces with eval, in development only.
    ...(env.NODE_ENV === 'development' ? ["'unsafe-eval'"] : []),
  ]
  return ["default-src 'self'", scripts.join(' '), ...onEveryPage].join('; ')
}
