import { decodeJwt } from 'jose'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { GET as listOrders, POST as order } from '@/app/api/orders/route'
import { GET as readTrace } from '@/app/api/traces/[traceId]/route'
import { Problem } from '@/contracts/problem'
import { SandboxToken } from '@/contracts/sandboxes'
import { rateLimits } from '@/db/schema/limits'
import { sandboxes } from '@/db/schema/sandboxes'
import type { TestDatabase } from '@/db/testing'
import { env } from '@/env'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import { spanStore } from '@/tracing/span-store'
import { POST } from './route'

let database: TestDatabase
let guest: TestCaller
beforeAll(async () => {
  database = await startTestBackend()
})
beforeEach(async () => {
  guest = await TestCaller.make()
})

const ask = (headers: Record<string, string>) =>
  call(POST, {
    method: 'POST',
    path: '/api/sandboxes/current/token',
    headers,
  })
const cookieOf = ({ token }: TestCaller) => ({ cookie: `sandbox=${token}` })
const ownPage = { 'sec-fetch-site': 'same-origin' }

/** The door refuses, says why, and gives nothing away. */
async function expectRefusal(reply: Response, status: number, slug: string) {
  const problem = Problem.parse(await reply.json())
  expect([reply.status, problem.type.split('/').at(-1)]).toEqual([status, slug])
  expect(problem).not.toHaveProperty('token')
  expect(reply.headers.has('set-cookie')).toBe(false)
}

test('a page gets a token for the sandbox of its cookie, and it works', async () => {
  const reply = await ask({ ...cookieOf(guest), ...ownPage })
  expect(reply.status).toBe(201)
  expect(reply.headers.get('cache-control')).toBe('no-store')
  expect(reply.headers.has('set-cookie')).toBe(false)
  expect(reply.headers.get('ratelimit')).toMatch(/^"requests";r=\d+/)
  const { id, token } = SandboxToken.parse(await reply.json())
  expect(id).toBe(guest.sandboxId)

  const placed = await call(order, {
    method: 'POST',
    path: '/api/orders',
    headers: { authorization: `Bearer ${token}` },
    body: {
      restaurant: 'lantern-noodle-house',
      lines: [{ dish: 'miso-ramen', quantity: 1 }],
    },
  })
  expect(placed.status).toBe(201)
  const { items } = await (await guest.call(listOrders)).json()
  expect(items).toHaveLength(1)
})

test('the token says when it ends, and that is within a day', async () => {
  const reply = await ask({ ...cookieOf(guest), ...ownPage })
  const { token, expiresAt } = SandboxToken.parse(await reply.json())
  const claims = decodeJwt(token)
  expect(claims.exp).toBe(Date.parse(expiresAt) / 1000)
  expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBeLessThanOrEqual(86_400)
  // It names the sandbox and nothing else.
  expect(Object.keys(claims).sort()).toEqual(['aud', 'exp', 'iat', 'sub'])
})

test('nobody gets a token for the sandbox of somebody else', async () => {
  const other = await TestCaller.make()
  const reply = await ask({ ...cookieOf(other), ...ownPage })
  const { id, token } = SandboxToken.parse(await reply.json())
  expect([id, decodeJwt(token).sub]).toEqual([other.sandboxId, other.sandboxId])
})

test('without a cookie there is no token, and no sandbox is made for one', async () => {
  const before = await database.db.select().from(sandboxes)
  await expectRefusal(await ask(ownPage), 401, 'not-signed-in')
  const after = await database.db.select().from(sandboxes)
  expect(after).toHaveLength(before.length)
})

test('a bearer token cannot be used to make another', async () => {
  const authorization = `Bearer ${guest.token}`
  await expectRefusal(await ask({ authorization }), 401, 'not-signed-in')
})

test('a forged cookie is refused', async () => {
  const [head, , signature] = guest.token.split('.')
  const claims = { sub: 'sbx_somebody', aud: 'plateful', exp: 9_999_999_999 }
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url')
  const cookie = `sandbox=${head}.${payload}.${signature}`
  await expectRefusal(await ask({ cookie, ...ownPage }), 401, 'not-signed-in')
})

test('a page of another site gets none, whichever way its browser tells', async () => {
  const foreign: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
  ]
  for (const headers of foreign)
    await expectRefusal(
      await ask({ ...cookieOf(guest), ...headers }),
      403,
      'cross-site-write',
    )
})

test('an expired sandbox gives no token', async () => {
  await database.db.update(sandboxes).set({ expiresAt: Date.now() - 1 })
  const reply = await ask({ ...cookieOf(guest), ...ownPage })
  await expectRefusal(reply, 401, 'sandbox-expired')
})

test('asking too often is refused like any other request', async () => {
  await ask({ ...cookieOf(guest), ...ownPage })
  await database.db
    .update(rateLimits)
    .set({ count: env.LIMIT_REQUESTS_PER_MINUTE })
  const reply = await ask({ ...cookieOf(guest), ...ownPage })
  await expectRefusal(reply, 429, 'too-many-requests')
})

test('the token is in no row and in no span, neither when it is made nor when it is used', async () => {
  const made = '0af7651916cd43dd8448eb211c80319c'
  const used = '4bf92f3577b34da6a3ce929d0e0e4736'
  const within = (traceId: string) => ({
    traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
  })
  const reply = await ask({
    ...cookieOf(guest),
    ...ownPage,
    ...within(made),
  })
  const { token } = SandboxToken.parse(await reply.json())
  await call(listOrders, {
    headers: { authorization: `Bearer ${token}`, ...within(used) },
  })

  await spanStore().flush()
  const { rows } = await database.client.execute('select data from events')
  const stored = JSON.stringify(rows)
  expect(stored).toContain(used)
  expect(stored).not.toContain(token)
  expect(stored).not.toContain(token.split('.')[2])

  const trace = await guest.call(readTrace, { params: { traceId: used } })
  const text = await trace.text()
  expect(text).toContain(`Bearer …${token.slice(-4)} (${token.length} char`)
  expect(text).not.toContain(token)
  const none = await guest.call(readTrace, { params: { traceId: made } })
  expect(none.status).toBe(404)
})
