import { readdirSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { OauthOutcome } from '@/contracts/oauth-lab'
import {
  actors,
  protections,
  type Protection,
} from '@/contracts/oauth-lab-choices'
import { Trace, type Span } from '@/contracts/trace'
import { accounts } from '@/db/schema/accounts'
import { rateLimits } from '@/db/schema/limits'
import { sandboxes } from '@/db/schema/sandboxes'
import type { TestDatabase } from '@/db/testing'
import { countRows, startTestBackend, TestCaller } from '@/server/http/testing'
import { spanStore } from '@/tracing/span-store'
import * as account from '../../account/route'
import * as callback from '../../auth/callback/[id]/route'
import * as csrf from '../../auth/csrf/route'
import * as session from '../../auth/session/route'
import * as signin from '../../auth/signin/[id]/route'
import { listen } from '../../identity/testing'
import { GET as readTrace } from '../../traces/[traceId]/route'
import { POST } from './route'
import * as twinAuthorize from './twin/[run]/authorize/route'
import * as twinCallback from './twin/[run]/callback/route'
import * as twinInbox from './twin/[run]/inbox/route'
import * as twinMe from './twin/[run]/me/route'
import * as twinSignin from './twin/[run]/signin/route'
import * as twinToken from './twin/[run]/token/route'
import * as twinUserinfo from './twin/[run]/userinfo/route'

const { port } = await vi.hoisted(async () => {
  const { freePort } = await import('@/server/http/testing-port.mjs')
  const port = await freePort()
  process.env['PUBLIC_URL'] = `http://127.0.0.1:${port}`
  process.env['PORT'] = String(port)
  return { port }
})

let database: TestDatabase
let server: Server
beforeAll(async () => {
  database = await startTestBackend()
  server = await listen(port, {
    '/api/account': account,
    '/api/auth/csrf': csrf,
    '/api/auth/session': session,
    '/api/auth/signin/[id]': signin,
    '/api/auth/callback/[id]': callback,
    '/api/labs/oauth/twin/[run]/authorize': twinAuthorize,
    '/api/labs/oauth/twin/[run]/callback': twinCallback,
    '/api/labs/oauth/twin/[run]/inbox': twinInbox,
    '/api/labs/oauth/twin/[run]/me': twinMe,
    '/api/labs/oauth/twin/[run]/signin': twinSignin,
    '/api/labs/oauth/twin/[run]/token': twinToken,
    '/api/labs/oauth/twin/[run]/userinfo': twinUserinfo,
  })
})
afterAll(() => void server.close())
beforeEach(() => database.db.delete(rateLimits))

const ask = (guest: TestCaller, body: unknown) =>
  guest.call(POST, { method: 'POST', path: '/api/labs/oauth', body })

async function attack(
  protection: Protection,
  house: 'twin' | 'real',
  caller?: TestCaller,
) {
  const guest = caller ?? (await TestCaller.make())
  const reply = await ask(guest, { protection, house })
  expect(reply.status).toBe(200)
  const [, traceId = ''] = reply.headers.get('traceresponse')?.split('-') ?? []
  const outcome = OauthOutcome.parse(await reply.json())
  await spanStore().flush()
  const read = await guest.call(readTrace, { params: { traceId } })
  const { spans } = Trace.parse(await read.json())
  return { outcome, spans }
}

test.each([
  ['state', 'guest', 'Mallory'],
  ['pkce', 'attacker', 'Mara'],
  ['redirect', 'attacker', 'Mara'],
] as const)(
  'without its %s the twin falls: the %s is signed in as %s',
  async (protection, browser, signedInAs) => {
    const { outcome } = await attack(protection, 'twin')
    expect(outcome).toEqual({ browser, signedInAs })
  },
)

test.each(protections)(
  'the same attack on Plateful, which has its %s, signs nobody in',
  async (protection) => {
    const { outcome } = await attack(protection, 'real')
    expect(outcome.signedInAs).toBeNull()
  },
)

test('a reader who is signed in is not taken for an attack that worked', async () => {
  const reader = await TestCaller.make()
  const [made] = await database.db
    .insert(accounts)
    .values({ name: 'Mara' })
    .returning()
  await database.db
    .update(sandboxes)
    .set({ account: made?.id ?? '' })
    .where(eq(sandboxes.sandboxId, reader.sandboxId))
  for (const protection of protections) {
    const { outcome } = await attack(protection, 'real', reader)
    expect(outcome.signedInAs).toBeNull()
  }
})

const failed = (spans: readonly Span[]) =>
  spans
    .filter(
      ({ kind, status }) => kind === 'internal' && status.code === 'error',
    )
    .map(({ name, status }) => [name, status.message])

test('what refuses each attack on Plateful is in its trace', async () => {
  const refusals = async (protection: Protection) =>
    failed((await attack(protection, 'real')).spans)
  expect(await refusals('pkce')).toEqual([
    ['redeem the code', 'The code_verifier does not fit the code_challenge.'],
  ])
  expect(await refusals('redirect')).toEqual([
    [
      'check the authorization request',
      'The redirect_uri is not one that this client has registered.',
    ],
  ])
  // State is compared by the library: no token is even asked for.
  const { spans } = await attack('state', 'real')
  expect(failed(spans)).toEqual([])
  const called = spans.map(({ name }) => name)
  expect(called).toContain('GET /api/auth/callback/identity')
  expect(called).not.toContain('POST /api/identity/token')
})

test('every request of an attack says whose browser sent it, and is seen from both sides', async () => {
  const { spans } = await attack('redirect', 'twin')
  const requests = spans.filter(({ kind, wire }) => kind === 'client' && wire)
  expect(requests.length).toBeGreaterThan(6)
  const senders = requests.map(({ wire }) => {
    const fields = wire?.request?.headers ?? []
    return fields.find(([name]) => name.toLowerCase() === 'user-agent')?.[1]
  })
  expect(new Set(senders)).toEqual(
    new Set([actors.guest.agent, actors.attacker.agent, undefined]),
  )
  for (const { spanId, name } of requests)
    expect(
      spans.some(
        ({ kind, parentSpanId }) =>
          kind === 'server' && parentSpanId === spanId,
      ),
      name,
    ).toBe(true)
})

test('no code, token or cookie of an attack is in its trace', async () => {
  for (const house of ['twin', 'real'] as const) {
    const { spans } = await attack('pkce', house)
    const text = JSON.stringify(spans)
    expect(text.match(/code=[\w-]{20}/)).toBeNull()
    expect(text.match(/_token\\*":\\*"[\w-]{20}/)).toBeNull()
    expect(text.match(/eyJ[\w-]{20}/)).toBeNull()
    expect(text.match(/(session|sandbox|csrf|verifier)=[\w-]{20}/)).toBeNull()
  }
})

test('the twin reaches nothing but its own tables, which are gone with the run', async () => {
  const guest = await TestCaller.make()
  const before = await countRows(database)
  const touched = new Set<string>()
  for (const protection of protections) {
    const { spans } = await attack(protection, 'twin', guest)
    const doors = new Set(
      spans
        .filter(({ name }) => name.includes('/oauth/twin/'))
        .map(({ spanId }) => spanId),
    )
    for (const span of spans) if (isUnder(span, doors, spans)) tablesOf(span)
  }
  expect(await countRows(database)).toEqual(before)
  expect([...touched].sort()).toEqual([
    'twin_codes',
    'twin_sessions',
    'twin_tokens',
  ])

  function tablesOf({ sql }: Span) {
    for (const [, table] of sql?.text.matchAll(
      /(?:from|into|update) "?(\w+)"?/gi,
    ) ?? [])
      touched.add(table ?? '')
  }
})

function isUnder(
  span: Span,
  doors: Set<string>,
  spans: readonly Span[],
): boolean {
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId)
  if (!parent) return false
  return doors.has(parent.spanId) || isUnder(parent, doors, spans)
}

test('the code of the twin knows no secret, no house database and no door of Plateful', () => {
  const folder = 'labs/oauth/server'
  const ofTwin = readdirSync(folder).filter((name) =>
    /unsafe|^twin|^fetch-person/.test(name),
  )
  expect(ofTwin.length).toBeGreaterThan(7)
  for (const name of ofTwin) {
    const text = readFileSync(`${folder}/${name}`, 'utf8')
    expect(text, name).not.toMatch(
      /houseDatabase|@\/env|authSecret|derivedKey|makeToken|db\/schema|\/api\/(identity|auth)/,
    )
  }
})

test('a twin whose run is over, or that never was, is not there', async () => {
  for (const door of ['signin', 'authorize', 'callback', 'userinfo', 'me']) {
    const reply = await fetch(
      `http://127.0.0.1:${port}/api/labs/oauth/twin/none/${door}`,
    )
    expect(reply.status, door).toBe(404)
  }
})

test('the people of the lab are the same two at each run', async () => {
  const guest = await TestCaller.make()
  await attack('state', 'real', guest)
  await attack('pkce', 'real', guest)
  const before = (await countRows(database))['people']
  await attack('state', 'real', guest)
  await attack('pkce', 'real', guest)
  expect((await countRows(database))['people']).toBe(before)
})

test('what is no experiment is refused, and too many are', async () => {
  const guest = await TestCaller.make()
  const evil = { protection: 'pkce', house: 'https://elsewhere.example' }
  expect((await ask(guest, evil)).status).toBe(422)
  const statuses: number[] = []
  for (let i = 0; i < 70; i++) statuses.push((await ask(guest, {})).status)
  expect(statuses).toContain(429)
})
