import { createHash, randomBytes } from 'node:crypto'
import { NextResponse, type NextRequest } from 'next/server'
import { earlyFileScript } from '@/components/trace/early-file'
import { themeScript } from '@/components/ui/theme-script'
import { labs } from './labs/labs'
import { frameHeader, securityHeaders } from './security-headers'

/**
 * Pages that are rendered on request, and those that may stand in a frame.
 * Nothing under /api: see stack-notes.
 */
export const config = {
  matcher: ['/trace/:path+', '/shared/:path+', '/compare', '/labs/:lab'],
}

export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl
  return pathname.startsWith('/labs/') ? proxyLab(request) : withNonce(request)
}

/**
 * `/labs/<lab>?embed` is the one address that another site may frame. A static
 * page does not see a query, so this is a page of its own, and is framed under
 * no other address. (`has` in next.config.ts passes over `?embed` without `=`.)
 */
function proxyLab({ nextUrl, url }: NextRequest) {
  const [, , lab = ''] = nextUrl.pathname.split('/')
  if (!nextUrl.searchParams.has('embed') || !Object.hasOwn(labs, lab))
    return NextResponse.next({
      headers: { [frameHeader.key]: frameHeader.value },
    })
  const response = NextResponse.rewrite(new URL(`/embed/${lab}`, url))
  const policy = onEveryPage.join('; ')
  response.headers.set(
    'content-security-policy',
    policy.replace("frame-ancestors 'none'", 'frame-ancestors *'),
  )
  return response
}

/**
 * A policy for scripts that holds for one reply: Next puts its nonce on every
 * script it writes. The static pages list hashes instead
 * (scripts/hash-inline-scripts.mjs).
 */
async function withNonce(request: NextRequest) {
  // Next writes its own not-found page by script only. A static one with the
  // right status can be read by everybody. Links within the site need neither.
  const isLink = request.headers.has('rsc')
  if (!isLink && (await isMissing(request))) {
    const [, kind] = request.nextUrl.pathname.split('/')
    return NextResponse.rewrite(new URL(`/${kind}/missing`, request.url), {
      status: 404,
      headers: { 'cache-control': 'no-store', ...unlisted },
    })
  }

  const nonce = randomBytes(16).toString('base64')
  const policy = await policyFor(nonce)

  // Next reads the nonce for its own scripts out of the request.
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of Object.entries(unlisted))
    response.headers.set(name, value)
  return response
}

/** Next loads this file before its first page of any kind; few need more of it. */
const readEnv = () => import('@/env')

/** Whoever has the address may read these pages; no catalogue lists them. */
const unlisted = { 'x-robots-tag': 'noindex, nofollow' }

const traceId = /^[0-9a-f]{32}$/i
const shareId = /^shr_[0-9a-f]{32}$/
const timeoutMs = 4_000

/** Asks the backend with the visitor's own cookie, as the page will. */
async function isMissing(request: NextRequest): Promise<boolean> {
  const sought = tracesOf(request.nextUrl)
  const { env } = await readEnv()
  const cookie = request.headers.get('cookie')
  const found = await Promise.all(
    sought.map(async (path) => {
      if (path === null) return 404
      const reply = await fetch(env.publicUrl + path, {
        method: 'HEAD',
        headers: cookie ? { cookie } : {},
        signal: AbortSignal.timeout(timeoutMs),
      }).catch(() => null)
      return reply?.status
    }),
  )
  return found.some((status) => status === 404 || status === 401)
}

/** Where the backend has the traces that a page shows; null for no such id. */
function tracesOf({ pathname, searchParams }: URL): (string | null)[] {
  if (pathname === '/compare')
    return ['a', 'b'].flatMap((name) => {
      const id = searchParams.get(name)
      return id === null ? [] : pathOf(id)
    })
  const [, kind, id = '', ...rest] = pathname.split('/')
  const path = pathOf(id)
  const isOther = path?.startsWith('/api/shared/') !== (kind === 'shared')
  return rest.length > 0 || isOther ? [null] : [path]
}

function pathOf(id: string): string | null {
  if (shareId.test(id)) return `/api/shared/${id}`
  return traceId.test(id) ? `/api/traces/${id.toLowerCase()}` : null
}

/** The layout's scripts are the same on every page, so their hashes will do. */
const layoutHashes = [themeScript, earlyFileScript].map(
  (script) =>
    `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
)

const onEveryPage = securityHeaders
  .filter(({ key }) => key === 'Content-Security-Policy')
  .map(({ value }) => value)

async function policyFor(nonce: string): Promise<string> {
  const { isDevelopment } = (await readEnv()).env
  const scripts = [
    "script-src 'self'",
    `'nonce-${nonce}'`,
    ...layoutHashes,
    "'strict-dynamic'",
    // React rebuilds the server's stack traces with eval, in development only.
    ...(isDevelopment ? ["'unsafe-eval'"] : []),
  ]
  return ["default-src 'self'", scripts.join(' '), ...onEveryPage].join('; ')
}
