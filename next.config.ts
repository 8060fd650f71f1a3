import createMDX from '@next/mdx'
import type { NextConfig } from 'next'
import { env } from './env'
import { securityHeaders } from './security-headers'

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
const headers = env.isDevelopment
  ? securityHeaders.map(({ key, value }) => ({
      key,
      value: value.replace(
        "style-src 'self'",
        "style-src 'unsafe-inline' 'self'",
      ),
    }))
  : securityHeaders

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  allowedDevOrigins: ['127.0.0.1'],
  reactStrictMode: true,
  // `npm run check` holds the types, tests included; a build need not again.
  typescript: { ignoreBuildErrors: true },
  pageExtensions: ['ts', 'tsx', 'mdx'],
  serverExternalPackages: ['@libsql/client', 'libsql'],
  // One native build of libSQL is enough: functions run on glibc.
  outputFileTracingExcludes: { '*': ['**/@libsql/linux-x64-musl/**'] },
  headers: () => Promise.resolve([{ source: '/:path*', headers }]),
  rewrites: () => Promise.resolve({ beforeFiles: setup }),
}

export default withMDX(config)
