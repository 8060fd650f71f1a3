import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  fileHeaders,
  guardedStageHeaders,
  hostileStageHeaders,
  openStageHeaders,
  postgresHeaders,
  securityHeaders,
} from '@/security-headers'

const policyOf = (headers: { key: string; value: string }[]) =>
  headers.find(({ key }) => key === 'Content-Security-Policy')?.value ?? ''

test('pages may compile no WebAssembly and evaluate no text', () => {
  expect(policyOf(securityHeaders)).not.toMatch(/unsafe-eval/)
  expect(policyOf(securityHeaders)).toContain("worker-src 'self'")
})

test('a file of the build does nothing when it is opened on its own', () => {
  expect(policyOf(fileHeaders)).toBe(
    "default-src 'none'; frame-ancestors 'none'",
  )
  const fields = fileHeaders.map(({ key }) => key)
  expect(fields).toContain('X-Content-Type-Options')
  expect(fields).toContain('Strict-Transport-Security')
})

test('the thread with PostgreSQL may compile and fetch from this site, and nothing else', () => {
  expect(policyOf(postgresHeaders).split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ])
})

test('what a reader wrote runs without an origin, and can send nothing', () => {
  for (const headers of [openStageHeaders, guardedStageHeaders]) {
    const policy = policyOf(headers).split('; ')
    expect(policy).toContain('sandbox allow-scripts')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("form-action 'none'")
    expect(policy.join()).not.toMatch(/allow-same-origin|connect-src|img-src/)
  }
})

test('the guarded stage runs its own script and no other, by its hash', () => {
  const [open = '', guarded = ''] = ['open', 'guarded'].map((name) =>
    readFileSync(`public/labs/xss/${name}.html`, 'utf8'),
  )
  expect(guarded).toBe(open)
  const [, script = ''] = /<script>([^]*?)<\/script>/.exec(guarded) ?? []
  const hash = createHash('sha256').update(script).digest('base64')
  expect(policyOf(guardedStageHeaders)).toContain(
    `script-src 'report-sample' 'sha256-${hash}';`,
  )
})

test('the hostile page has no origin, and may send to this site alone', () => {
  const policy = policyOf(hostileStageHeaders).split('; ')
  expect(policy[0]).toMatch(/^sandbox allow-scripts allow-forms /)
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("connect-src 'self'")
  expect(policy.join()).not.toMatch(/allow-same-origin|allow-top|allow-modals/)
})
