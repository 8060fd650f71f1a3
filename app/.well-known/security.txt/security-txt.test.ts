import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

test('whoever runs the site is named, for a month at a time', async () => {
  vi.stubEnv('SECURITY_CONTACT', 'mailto:kitchen@example.org')
  const { GET } = await import('./route')
  const reply = GET()
  expect(reply.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const fields = new Map(
    (await reply.text())
      .trim()
      .split('\n')
      .map((line) => line.split(/: (.*)/) as [string, string]),
  )
  expect(fields.get('Contact')).toBe('mailto:kitchen@example.org')
  const days = (Date.parse(fields.get('Expires') ?? '') - Date.now()) / 864e5
  expect(days).toBeGreaterThan(1)
  expect(days).toBeLessThan(365)
  expect(fields.get('Canonical')).toMatch(/\/\.well-known\/security\.txt$/)
})

test('where nobody is named, there is no such file', async () => {
  const { GET } = await import('./route')
  expect(() => GET()).toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
})

test('a contact is an address that a program can use', async () => {
  vi.stubEnv('SECURITY_CONTACT', 'the cook')
  await expect(import('./route')).rejects.toThrow('SECURITY_CONTACT')
})
