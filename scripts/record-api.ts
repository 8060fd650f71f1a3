/**
 * Records one real exchange of every operation for the reference at /api: a
 * server of its own, on a database of its own, asked in the order in which a
 * reader would ask. Long lists are cut, and the cut is told; tokens and
 * signatures are masked. Needs a build (`npm run build`).
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { operations } from '@/contracts/openapi-operations'
import site from '@/package.json'
import { TestProvider } from '@/server/weather/testing'
import { recordAccounts } from './record-accounts'
import { recordBothSides } from './record-both-sides'
import { recordEvents } from './record-events'
import { recordGraphql } from './record-graphql'
import { identityVariables, recordIdentity, sentAs } from './record-identity'
import { recordLabs } from './record-labs'
import { recordProcesses } from './record-processes'
import { recordWebhook } from './record-webhook'
import { keepSome, masked } from './shorten'

export type Ask = {
  path?: string
  headers?: Record<string, string>
  body?: unknown
  /** Sent as a form. */
  form?: Record<string, string>
  token?: string | null
}
export type Exchange = {
  status: number
  headers: [string, string][]
  body: unknown
  leftOut: { pointer: string; count: number }[]
}

const port = 3218
const base = `http://127.0.0.1:${port}`
const folder = mkdtempSync(join(tmpdir(), 'back-of-house-record-api-'))
const webhookSecret = `whsec_${randomBytes(24).toString('base64')}`
const clockSecret = randomBytes(24).toString('hex')
/** So many rounds; the first of them start cold. The median one is kept. */
const rounds = 7
let exchanges: Record<string, Exchange> = {}

/** What a reply carries of its own; every page has the rest as well. */
const told =
  /^(age|allow|cache-control|content-type|etag|idempotency-replayed|link|location|ratelimit|ratelimit-policy|retry-after|server-timing|traceresponse)$/

/** No recording depends on a service of others: a stand-in speaks for it. */
const provider = await TestProvider.start()

const server = spawn(process.execPath, ['scripts/serve.mjs'], {
  env: {
    ...process.env,
    PORT: String(port),
    PUBLIC_URL: base,
    DATA_DIR: folder,
    TURSO_DATABASE_URL: '',
    WEBHOOK_SECRET: webhookSecret,
    CRON_SECRET: clockSecret,
    WEATHER_URL: `${provider.origin}/v1/forecast`,
    ...identityVariables,
  },
  stdio: 'inherit',
})
try {
  await answered(`${base}/api/health`)
  const takes = []
  for (let round = 1; round <= rounds; round++) {
    exchanges = {}
    const began = performance.now()
    await recordAll()
    takes.push({ exchanges, durationMs: performance.now() - began })
  }
  takes.sort((a, b) => a.durationMs - b.durationMs)
  exchanges = takes[Math.floor(rounds / 2)]?.exchanges ?? {}
  const missing = Object.keys(operations).filter((name) => !exchanges[name])
  if (missing.length > 0)
    console.log(`Not recorded: ${missing.join(', ')}. Add them here.`)
  const recording = {
    label: 'recorded',
    recordedAt: new Date().toISOString(),
    version: site.version,
    exchanges,
  }
  writeFileSync(
    'recordings/api-examples.json',
    `${JSON.stringify(recording, null, 1)}\n`,
  )
  console.log(`Recorded ${Object.keys(exchanges).length} exchanges.`)
} finally {
  server.kill('SIGTERM')
  await provider.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function recordAll(): Promise<void> {
  const { id: sandbox, token } = Object(
    await record('POST /api/sandboxes', { body: {} }),
  )
  const mine = (ask: Ask = {}) => ({ token: String(token), ...ask })
  await record('POST /api/sandboxes/current/token', {
    headers: { cookie: `sandbox=${token}`, 'sec-fetch-site': 'same-origin' },
  })
  await record('GET /api/sandboxes/current', mine())
  await record('GET /api/restaurants', mine())
  await record(
    'GET /api/weather',
    mine({ path: '/api/weather?latitude=52.52&longitude=13.41' }),
  )
  await record(
    'GET /api/restaurants/{slug}',
    mine({ path: '/api/restaurants/lantern-noodle-house' }),
  )
  const events = await recordEvents(base, String(token), told)
  const wish = operations['POST /api/orders']?.body?.example
  const placed = await ask(
    'POST /api/orders',
    mine({ body: wish, headers: { 'Idempotency-Key': 'my-first-order' } }),
  )
  const { id } = Object(keep('POST /api/orders', placed))
  const traceId = placed.traceresponse.split('-')[1] ?? ''
  await ask('POST /api/orders', mine({ body: wish }))
  await record('GET /api/orders', mine({ path: '/api/orders?limit=1' }))
  // What a mistake is answered with: two of them in one body.
  const mistaken = {
    ...Object(wish),
    lines: [{ dish: 'miso-ramen', quantity: 0 }],
    tip: 200,
  }
  keep(
    'POST /api/orders 422',
    await ask('POST /api/orders', mine({ body: mistaken })),
  )
  await record('GET /api/orders/{id}', mine({ path: `/api/orders/${id}` }))
  await record(
    'PATCH /api/orders/{id}',
    mine({ path: `/api/orders/${id}`, body: { status: 'accepted' } }),
  )
  exchanges['GET /api/events'] = await events()
  await record(
    'GET /api/labs/polling-or-push',
    mine({ path: `/api/labs/polling-or-push?order=${id}` }),
  )
  await recordBothSides({ record, ask, mine }, String(id))
  await recordProcesses({ record, mine })
  await recordIdentity({ record, ask, keep, token: String(token) })
  const isRecorded = (name: string) => Object.hasOwn(exchanges, name)
  await recordAccounts({ ask, keep })
  await recordGraphql({ record, mine })
  await recordLabs({ record, ask, mine, isRecorded })
  await record('POST /api/traces', mine({ body: { resourceSpans: [] } }))
  await sleep(500)
  const trace = await record(
    'GET /api/traces/{traceId}',
    mine({ path: `/api/traces/${traceId}` }),
  )
  const share = await record(
    'POST /api/traces/{traceId}/share',
    mine({ path: `/api/traces/${traceId}/share` }),
  )
  const copy = `/api/shared/${Object(share).id}`
  await record('GET /api/shared/{id}', { path: copy })
  await record('DELETE /api/shared/{id}', mine({ path: copy }))
  const { hash } = Object(Object(trace).spans[0]).code
  await record('GET /api/code/{hash}', mine({ path: `/api/code/${hash}` }))
  await recordWebhook(record, webhookSecret, {
    order: String(id),
    sandbox: String(sandbox),
  })
  await record('GET /api/outbox', { token: clockSecret })
  await record('GET /api/health')
  await record('GET /api/openapi.json')
  await record('DELETE /api/sandboxes/current', mine())
}

async function record(name: string, how: Ask = {}): Promise<unknown> {
  return keep(name, await ask(name, how))
}

export type Answer = Omit<Exchange, 'leftOut'> & {
  traceresponse: string
  cookies: string[]
}

async function ask(name: string, how: Ask): Promise<Answer> {
  const [method = '', template = ''] = name.split(' ')
  const { path = template, headers = {}, body, form, token } = how
  const reply = await fetch(base + path, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    redirect: 'manual',
    body: sentAs(form, body),
  })
  const text = await reply.text()
  if (!reply.ok && reply.status !== 422 && reply.status !== 303)
    throw new Error(`${name}: ${reply.status} ${text}`)
  return {
    status: reply.status,
    headers: [...reply.headers].filter(([field]) => told.test(field)),
    body: text === '' ? null : text.startsWith('<') ? text : JSON.parse(text),
    traceresponse: reply.headers.get('traceresponse') ?? '',
    cookies: reply.headers.getSetCookie(),
  }
}

/** Keeps the exchange as it may be shown; gives the body back as it was. */
function keep(name: string, { status, headers, body }: Answer): unknown {
  const { value, leftOut } = keepSome(body)
  exchanges[name] = {
    status,
    headers: headers.map(([field, text]) => [field, masked(field, text)]),
    body: value,
    leftOut,
  }
  return body
}

async function answered(address: string): Promise<void> {
  for (let look = 0; look < 150; look++) {
    const reply = await fetch(address).catch(() => null)
    if (reply?.ok) return
    await sleep(200)
  }
  throw new Error(`No answer from ${address}`)
}
