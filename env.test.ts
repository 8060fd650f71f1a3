import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.resetModules()
})
afterEach(() => {
  vi.unstubAllEnvs()
})

async function read(variables: Record<string, string>) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  return import('./env')
}

test.each([
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '80.5'],
  ['PORT', 'http'],
  ['PUBLIC_URL', 'example.org'],
  ['PUBLIC_URL', 'ftp://example.org'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['TURSO_DATABASE_URL', 'postgres://x'],
  ['AUTH_SECRET', 'short'],
  ['WEBHOOK_SECRET', 'whsec_short'],
  ['WEBHOOK_SECRET', 'x'.repeat(60)],
  ['CRON_SECRET', 'short'],
  ['WEATHER_URL', 'api.open-meteo.com'],
  ['WEATHER_URL', 'file:///etc/passwd'],
  ['LIMIT_WEATHER_PER_MINUTE', '0'],
  ['LIMIT_ORDERS_PER_MINUTE', '0'],
  ['LIMIT_ORDERS_PER_MINUTE', '-1'],
  ['LIMIT_REQUESTS_PER_MINUTE', 'many'],
  ['LIMIT_SANDBOXES_PER_MINUTE', '1.5'],
  ['QUOTA_ORDERS', 'NaN'],
  ['QUOTA_ROWS', '0'],
  ['QUOTA_BYTES', 'Infinity'],
  ['QUOTA_STREAMS', '0'],
  ['QUOTA_TRACES', 'x'],
  ['QUOTA_SANDBOXES', '-5'],
  ['QUOTA_DATABASE_BYTES', '4GB'],
  ['SANDBOX_LIFETIME_SECONDS', '0'],
  ['WRITE_QUEUE_LENGTH', '0'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318'],
  ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'file:///tmp/spans'],
  ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
  ['OTEL_EXPORTER_OTLP_TIMEOUT', '10s'],
  ['OTEL_EXPORTER_OTLP_COMPRESSION', 'brotli'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'no-value'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'key=%zz'],
  ['OTEL_RESOURCE_ATTRIBUTES', '=x'],
  ['TRACING', 'yes'],
  ['TRACE_CONTEXT_TEST', 'true'],
])(
  '%s=%s is refused by name, and with what it should be',
  async (name, value) => {
    const error: unknown = await read({ [name]: value }).catch(
      (error: unknown) => error,
    )
    expect(error).toMatchObject({ name: 'BadVariablesError' })
    const { message } = error as Error
    expect(message).toMatch(new RegExp(`^${name} should be .+\\.$`))
    expect(message).not.toMatch(/invalid input|expected|zod/i)
  },
)

test('every variable that is wrong is named at once', async () => {
  const error: unknown = await read({ PORT: 'x', TRACING: 'x' }).catch(
    (error: unknown) => error,
  )
  expect(
    (error as Error).message.split('\n').map((line) => line.split(' ')[0]),
  ).toEqual(['PORT', 'TRACING'])
})

test('an empty variable is as good as none, and space around a value does no harm', async () => {
  const { env } = await read({
    PORT: '',
    TRACING: ' off ',
    PUBLIC_URL: ' https://example.org/path ',
  })
  expect([env.PORT, env.TRACING, env.publicUrl, env.knownUrl]).toEqual([
    3000,
    'off',
    'https://example.org',
    'https://example.org',
  ])
})

test('without any variable everything has a default', async () => {
  const { env } = await read({ PUBLIC_URL: '', PORT: '' })
  expect(env).toMatchObject({
    publicUrl: 'http://127.0.0.1:3000',
    knownUrl: null,
    LIMIT_ORDERS_PER_MINUTE: 60,
    LIMIT_REQUESTS_PER_MINUTE: 600,
    LIMIT_SANDBOXES_PER_MINUTE: 120,
    onVercel: false,
    missing: [],
  })
  expect(env.databaseUrl).toMatch(/^file:.*back-of-house\.db$/)
})

test('the quotas grow with the orders that a minute allows', async () => {
  const { env } = await read({ LIMIT_ORDERS_PER_MINUTE: '1000' })
  expect(env.quota.orders).toBe(30_000)
  expect(env.quota.rows).toBeGreaterThan(30_000)
})

test('a deployment without a disk says what it misses, and a preview talks to itself', async () => {
  const vercel = {
    VERCEL: '1',
    VERCEL_URL: 'preview.vercel.app',
    VERCEL_PROJECT_PRODUCTION_URL: 'shop.example',
    TURSO_DATABASE_URL: '',
    AUTH_SECRET: '',
    PUBLIC_URL: '',
  }
  const preview = await read({ ...vercel, VERCEL_ENV: 'preview' })
  expect(preview.env.missing).toEqual(['TURSO_DATABASE_URL', 'AUTH_SECRET'])
  expect(preview.env.publicUrl).toBe('https://preview.vercel.app')
  expect(() => preview.authSecret()).toThrow('AUTH_SECRET')
  vi.resetModules()
  const production = await read({ ...vercel, VERCEL_ENV: 'production' })
  expect(production.env.publicUrl).toBe('https://shop.example')
  expect(production.env.knownUrl).toBe('https://shop.example')
})

test('a secret is made once, kept for the owner’s eyes only, and read again', async () => {
  const { mkdtempSync, readFileSync, rmSync, statSync } =
    await import('node:fs')
  const folder = mkdtempSync('/tmp/back-of-house-secret-')
  const first = (
    await read({ DATA_DIR: `${folder}/new`, AUTH_SECRET: '' })
  ).authSecret()
  expect(first).toMatch(/^[0-9a-f]{64}$/)
  vi.resetModules()
  const again = (
    await read({ DATA_DIR: `${folder}/new`, AUTH_SECRET: '' })
  ).authSecret()
  expect(again).toBe(first)
  expect(readFileSync(`${folder}/new/auth-secret`, 'utf8')).toBe(first)
  if (process.platform !== 'win32')
    expect(statSync(`${folder}/new/auth-secret`).mode & 0o077).toBe(0)
  rmSync(folder, { recursive: true, force: true })
})

test('the weather is asked of Open-Meteo, of another address, or of nobody', async () => {
  const { env } = await read({})
  expect(env.WEATHER_URL).toBe('https://api.open-meteo.com/v1/forecast')
  vi.resetModules()
  const own = await read({ WEATHER_URL: 'http://127.0.0.1:9/weather' })
  expect(own.env.WEATHER_URL).toBe('http://127.0.0.1:9/weather')
  vi.resetModules()
  const { env: off } = await read({ WEATHER_URL: 'off' })
  expect(off.WEATHER_URL).toBe('off')
})
