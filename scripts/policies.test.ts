import { expect, test } from 'vitest'
import { postgresHeaders, securityHeaders } from '@/security-headers'

const policyOf = (headers: { key: string; value: string }[]) =>
  headers.find(({ key }) => key === 'Content-Security-Policy')?.value ?? ''

test('pages may compile no WebAssembly and evaluate no text', () => {
  expect(policyOf(securityHeaders)).not.toMatch(/unsafe-eval/)
  expect(policyOf(securityHeaders)).toContain("worker-src 'self'")
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
