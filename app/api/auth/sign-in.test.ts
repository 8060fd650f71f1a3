import type { Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { accounts, passwords, sessions } from '@/db/schema/accounts'
import { arrivals } from '@/db/schema/limits'
import { sandboxes } from '@/db/schema/sandboxes'
import { Trace } from '@/contracts/trace'
import type { TestDatabase } from '@/db/testing'
import { call, startTestBackend } from '@/server/http/testing'
import { sweepSandboxes } from '@/server/sandbox/sandboxes'
import { spanStore } from '@/tracing/span-store'
import * as progress from '../account/progress/route'
import * as account from '../account/route'
import * as accountSessions from '../account/sessions/route'
import { Visitor as SignsIn } from '../identity/test-visitor'
import { listen } from '../identity/testing'
import * as orders from '../orders/route'
import * as token from '../sandboxes/current/token/route'
import * as trace from '../traces/[traceId]/route'
import * as callback from './callback/[id]/route'
import * as csrf from './csrf/route'
import * as session from './session/route'
import * as signin from './signin/[id]/route'
import * as signout from './signout/route'

const { port } = await vi.hoisted(async () => {
  const { freePort } = await import('@/server/http/testing-port.mjs')
  const port = await freePort()
  process.env['PUBLIC_URL'] = `http://127.0.0.1:${port}`
  return { port }
})
const base = `http://127.0.0.1:${port}`

let database: TestDatabase
let server: Server
beforeAll(async () => {
  database = await startTestBackend()
  server = await listen(port, {
    '/api/account': account,
    '/api/account/sessions': accountSessions,
    '/api/account/progress': progress,
    '/api/orders': orders,
    '/api/sandboxes/current/token': token,
    '/api/auth/csrf': csrf,
    '/api/auth/session': session,
    '/api/auth/signin/[id]': signin,
    '/api/auth/callback/[id]': callback,
    '/api/auth/signout': signout,
  })
})
afterAll(() => void server.close())
beforeEach(() => database.db.delete(arrivals))

/** A visitor of this site. */
class Visitor extends SignsIn {
  constructor() {
    super(base)
  }
}

const here = `${base}/account`
const password = 'a long enough password'
let people = 0
const somebody = () => `mara${people++}@example.com`

test('signing in by the identity provider makes an account, and what was ordered before is in it', async () => {
  const mara = new Visitor()
  const before = await mara.order()
  const cookie = mara.cookies()
  const reply = await mara.signInByProvider('Mara')
  expect(reply.headers.get('location')).toBe(here)
  expect(await mara.account()).toEqual({
    name: 'Mara',
    email: null,
    methods: ['identity'],
  })
  expect(await mara.orders()).toEqual([before])
  // Cookies are new at sign-in: the old one opens nothing.
  const old = await fetch(`${base}/api/orders`, { headers: { cookie } })
  expect(old.status).toBe(401)
  for (const field of reply.headers.getSetCookie())
    expect(field).toMatch(/HttpOnly/i)
})

/** The trace of an answer, as its owner reads it. */
async function traceOf(who: Visitor, reply: Response) {
  const traceId = reply.headers.get('traceresponse')?.split('-')[1] ?? ''
  await spanStore().flush()
  const headers = { cookie: who.cookies() }
  const read = await call(trace.GET, { headers, params: { traceId } })
  return Trace.parse(await read.json()).spans
}

test('a sign-in is one trace: every page of it, and both sides of every call about a person', async () => {
  const mara = new Visitor()
  const reply = await mara.signInByProvider('Mara')
  const spans = await traceOf(mara, reply)
  const ids = new Set(spans.map(({ spanId }) => spanId))
  const roots = spans.filter(
    ({ parentSpanId }) => parentSpanId === null || !ids.has(parentSpanId),
  )
  expect(roots.map(({ name }) => name)).toEqual(['POST /api/auth/signin/{id}'])

  const calls = spans.filter(({ kind }) => kind === 'client')
  const sides = calls
    .filter(({ name }) => name.includes('/api/identity/'))
    .map((call) => {
      const answering = spans.find(
        ({ kind, parentSpanId }) =>
          kind === 'server' && parentSpanId === call.spanId,
      )
      expect(call.wire?.response?.startLine).toBe('HTTP/1.1 200 OK')
      return [call.name, answering?.wire !== undefined]
    })
  // The provider's public documents are anybody's: that side is nobody's trace.
  expect(sides).toEqual([
    ['GET /api/identity/.well-known/openid-configuration', false],
    ['GET /api/identity/.well-known/openid-configuration', false],
    ['POST /api/identity/token', true],
    ['GET /api/identity/jwks', false],
    ['GET /api/identity/userinfo', true],
  ])
})

test('the call for the tokens is on the wire as it crossed, without its secrets', async () => {
  const mara = new Visitor()
  const reply = await mara.signInByProvider('Mara')
  const spans = await traceOf(mara, reply)
  const call = spans.find(
    ({ kind, name }) => kind === 'client' && name.endsWith('/token'),
  )
  const { request, response } = call?.wire ?? {}
  const form = new URLSearchParams(request?.body ?? '')
  expect(request?.startLine).toBe('POST /api/identity/token HTTP/1.1')
  expect(form.get('grant_type')).toBe('authorization_code')
  expect(form.get('code_verifier')).toMatch(/^….{4} \(43 characters\)$/)
  expect(new Map(request?.headers).get('Authorization')).toMatch(/^….{4} \(/)
  expect(response?.startLine).toBe('HTTP/1.1 200 OK')
  const tokens = JSON.parse(response?.body ?? '')
  expect(tokens.id_token).toMatch(/^….{4} \(\d+ characters\)$/)
})

test('who signs out and orders something finds both at home after signing in again', async () => {
  const mara = new Visitor()
  const first = await mara.order()
  await mara.signInByProvider('Mara')
  expect((await mara.press('signout')).status).toBe(200)
  expect(await mara.account()).toBe(404)
  const second = await mara.order()
  await mara.signInByProvider('Mara')
  expect(await mara.orders()).toEqual([first, second].sort())
})

test('an e-mail address and a password lead to the same account from another browser', async () => {
  const email = somebody()
  const [one, two] = [new Visitor(), new Visitor()]
  expect((await one.register(email, password)).status).toBe(204)
  const order = await one.order()
  expect(await one.signInByPassword(email, password)).toEqual({ url: here })
  const other = await two.order()
  await two.signInByPassword(email.toUpperCase(), password)
  expect(await two.orders()).toEqual([order, other].sort())
  expect(await one.orders()).toEqual([order, other].sort())
})

test('a wrong password and an unknown address are answered alike', async () => {
  const email = somebody()
  const mara = new Visitor()
  await mara.register(email, password)
  const wrong = await mara.signInByPassword(email, 'another password')
  const unknown = await mara.signInByPassword('nobody@example.com', password)
  expect(wrong).toEqual(unknown)
  expect(wrong.url).toBe('/account?error=CredentialsSignin')
  expect(await mara.account()).toBe(404)
})

test('a usual password, a short one and a taken address make no account', async () => {
  const email = somebody()
  const mara = new Visitor()
  const made = (secret: string) => mara.register(email, secret)
  expect((await made('Password123')).status).toBe(422)
  expect((await made('seven77')).status).toBe(422)
  expect((await made(password)).status).toBe(204)
  expect((await made(`${password}!`)).status).toBe(409)
  expect((await made('p'.repeat(129))).status).toBe(422)
})

test('guessing is stopped after thirty tries a minute from one address', async () => {
  const statuses: number[] = []
  for (let i = 0; i < 31; i++) {
    const guess = new Visitor()
    const reply = await guess.register('x@example.com', 'password')
    statuses.push(reply.status)
  }
  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(422))
  expect(statuses[30]).toBe(429)
})

test('signing out everywhere ends every cookie and every token', async () => {
  const email = somebody()
  const [one, two] = [new Visitor(), new Visitor()]
  await one.register(email, password)
  await one.signInByPassword(email, password)
  await two.signInByPassword(email, password)
  const made = await two.send('POST', '/api/sandboxes/current/token')
  const { token } = await made.json()
  const tool = () =>
    fetch(`${base}/api/orders`, {
      headers: { authorization: `Bearer ${token}` },
    })
  expect((await tool()).status).toBe(200)
  expect((await one.send('DELETE', '/api/account/sessions')).status).toBe(204)
  expect((await two.send('GET', '/api/orders')).status).toBe(401)
  expect((await tool()).status).toBe(401)
  const reply = await two.open(`${base}/api/auth/session`)
  expect(await reply.json()).toEqual({})
})

test('a copy of the cookies is dead once somebody has signed out', async () => {
  const mara = new Visitor()
  await mara.signInByProvider('Mara')
  const copy = mara.cookies()
  await mara.press('signout')
  for (const path of ['/api/orders', '/api/account'])
    expect(
      (await fetch(base + path, { headers: { cookie: copy } })).status,
    ).toBe(401)
})

test('a deleted account leaves nothing behind', async () => {
  const email = somebody()
  const mara = new Visitor()
  await mara.register(email, password)
  await mara.signInByPassword(email, password)
  await mara.order()
  await mara.send('PUT', '/api/account/progress', {
    servers: { sections: ['one'], answers: { q1: true } },
  })
  expect((await mara.send('DELETE', '/api/account')).status).toBe(204)
  while ((await sweepSandboxes(database.db, Date.now())) > 0);
  const left = await database.db.select().from(accounts)
  expect(left.map((one) => one.email)).not.toContain(email)
  const text = JSON.stringify([
    await database.db.select().from(passwords),
    await database.db.select().from(sessions),
    await database.db.select().from(sandboxes),
  ])
  expect(text).not.toContain('undefined')
  const { rows } = await database.client.execute(
    `select count(*) as n from progress
     where sandbox_id not in (select id from sandboxes)`,
  )
  expect(rows[0]?.['n']).toBe(0)
})

test('progress follows the account into another browser', async () => {
  const email = somebody()
  const [one, two] = [new Visitor(), new Visitor()]
  await one.register(email, password)
  await one.signInByPassword(email, password)
  const kept = { servers: { sections: ['one'], answers: { q1: true } } }
  const path = '/api/account/progress'
  expect((await one.send('PUT', path, kept)).status).toBe(204)
  await two.signInByPassword(email, password)
  expect(await (await two.send('GET', path)).json()).toEqual(kept)
})

test('a sandbox of an account lives thirty days', async () => {
  const mara = new Visitor()
  await mara.signInByProvider('Mara')
  const rows = await database.db.select().from(sandboxes)
  const home = rows.find(({ account }) => account !== null)
  const days = ((home?.expiresAt ?? 0) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(29)
})

test('cookies of an older version keep nobody from signing in', async () => {
  const mara = new Visitor()
  mara.set('sandbox', 'of.an.older-version')
  mara.set('session', 'eyJ.of.an.older.version')
  mara.set('next-auth.session-token', 'x')
  const reply = await mara.signInByProvider('Mara')
  expect(reply.headers.get('location')).toBe(here)
  expect(await mara.account()).toMatchObject({ name: 'Mara' })
})

test('an answer with another state, a stolen answer and a cancelled one sign nobody in', async () => {
  const [victim, attacker] = [new Visitor(), new Visitor()]
  const begun = await (await victim.press('signin/identity')).json()
  const answer = await victim.signIn(begun.url, 'Mara')
  await attacker.press('signin/identity')
  const changed = new URL(answer)
  changed.searchParams.set('state', 'another')
  for (const [who, where] of [
    [attacker, answer],
    [victim, changed],
    [victim, new URL(`${base}/api/auth/callback/identity?error=access_denied`)],
  ] as const) {
    const reply = await who.open(where)
    expect(reply.headers.get('location')).toMatch(/^\/account\?error=/)
    expect(await who.account()).toBe(404)
  }
  const cancelled = await victim.open(
    `${base}/api/auth/callback/identity?error=access_denied`,
  )
  expect(cancelled.headers.get('location')).toBe('/account?error=AccessDenied')
})

test('a sign-in form of another site is refused', async () => {
  const reply = await call(callback.POST, {
    method: 'POST',
    path: '/api/auth/callback/password',
    params: { id: 'password' },
    body: 'email=a&password=b',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'cross-site',
    },
  })
  expect(reply.status).toBe(403)
})

test('no password, code or token enters a trace', async () => {
  const email = somebody()
  const mara = new Visitor()
  await mara.register(email, 'correct horse')
  await mara.signInByPassword(email, 'correct horse')
  await mara.signInByProvider('Mara')
  await spanStore().flush()
  const { rows } = await database.client.execute(
    `select group_concat(data) as text from events where kind = 'spans'`,
  )
  const text = JSON.stringify(rows)
  expect(text.includes('bring everything home')).toBe(true)
  expect(text.includes('correct horse')).toBe(false)
  expect(text.includes('correct+horse')).toBe(false)
  expect(text.match(/[?&]code=[\w-]{20}/)).toBeNull()
  expect(text.match(/eyJ[\w-]{20}/)).toBeNull()
})
