import createMDX from '@next/mdx'
import type { NextConfig } from 'next'
import { env } from './env'
import {
  fileHeaders,
  frameHeader,
  guardedStageHeaders,
  hostileStageHeaders,
  openStageHeaders,
  ownFrameHeaders,
  postgresHeaders,
  providerHeaders,
  securityHeaders,
} from './security-headers'

const withMDX = createMDX({
  options: {
    remarkPlugins: ['remark-gfm'],
    rehypePlugins: ['rehype-slug'],
  },
})

/** A deployment that lacks a variable shows which, at the address of any page. */
const setup =
  env.missing.length > 0
    ? [{ source: '/((?!api/|_next/|[^?]*\\.).*)', destination: '/setup' }]
    : []

/** The development server writes style elements while it reloads. */
function served(headers: typeof securityHeaders) {
  if (!env.isDevelopment) return headers
  return headers.map(({ key, value }) => ({
    key,
    value: value.replace(
      "style-src 'self'",
      "style-src 'unsafe-inline' 'self'",
    ),
  }))
}

/** A lab for frames has one address, where proxy.ts lets it be framed. */
const embedded = {
  source: '/embed/:lab',
  destination: '/labs/:lab?embed',
  permanent: true,
}

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  // scripts/pack-replies.mjs does, and on Vercel the network before it.
  compress: false,
  allowedDevOrigins: ['127.0.0.1'],
  reactStrictMode: true,
  // `npm run check` holds the types, tests included; a build need not again.
  typescript: { ignoreBuildErrors: true },
  pageExtensions: ['ts', 'tsx', 'mdx'],
  serverExternalPackages: ['@libsql/client', 'libsql'],
  // A shop in memory is made by the migrations of every database.
  outputFileTracingIncludes: {
    '/api/labs/break-it': ['./db/migrations/**'],
    '/api/labs/trust-the-browser': ['./db/migrations/**'],
    '/api/labs/csrf/*/*': ['./db/migrations/**'],
    // Threads are started from these files, not from the bundle.
    '/api/labs/one-waiter': ['./labs/one-waiter/server/*.mjs'],
    '/api/labs/write-and-read': ['./db/migrations/**'],
    '/api/labs/n-plus-one': ['./db/migrations/**'],
    '/api/labs/five-cabinets': ['./db/migrations/**'],
    // A thread of its own runs the cage; the bundler does not see it.
    '/api/labs/injection': [
      './labs/injection/server/cage.mjs',
      './node_modules/sql.js/package.json',
      './node_modules/sql.js/dist/sql-wasm.js',
      './node_modules/sql.js/dist/sql-wasm.wasm',
    ],
  },
  outputFileTracingExcludes: {
    // One native build of libSQL is enough, for functions run on glibc; and the
    // book's text is in its pages, which the build has written.
    '*': ['**/@libsql/linux-x64-musl/**', './content/learn/**'],
    // The cards are drawn by the build, and never went through sharp.
    '/cards/**': ['**/node_modules/@img/**', '**/node_modules/sharp/**'],
  },
  // scripts/serve.mjs opens what is asked for first; the rest loads when it is.
  experimental: { preloadEntriesOnStart: false },
  headers: () =>
    Promise.resolve([
      { source: '/((?!_next/static/).*)', headers: served(securityHeaders) },
      { source: '/_next/static/:path*', headers: fileHeaders },
      { source: '/((?!labs/|_next/static/).*)', headers: [frameHeader] },
      // Of two rules for a field the later one holds.
      {
        source: '/labs/two-windows/window',
        headers: served(ownFrameHeaders),
      },
      { source: '/labs/csrf/hostile.html', headers: hostileStageHeaders },
      { source: '/labs/xss/open.html', headers: openStageHeaders },
      { source: '/labs/xss/guarded.html', headers: guardedStageHeaders },
      {
        source: '/api/identity/:page(authorize|sign-in|end-session)',
        headers: served(providerHeaders),
      },
      { source: '/postgres/:path*', headers: postgresHeaders },
    ]),
  redirects: () => Promise.resolve([embedded]),
  rewrites: () => Promise.resolve({ beforeFiles: setup }),
}

export default withMDX(config)
