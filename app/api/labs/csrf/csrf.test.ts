import { beforeAll, expect, test, vi } from 'vitest'
import { Forgeries, type Experiment } from '@/contracts/csrf-lab'
import type { SameSite } from '@/contracts/csrf-choices'
import { Trace } from '@/contracts/trace'
import { accounts } from '@/db/schema/accounts'
import type { TestDatabase } from '@/db/testing'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import { spanStore } from '@/tracing/span-store'
import { GET as readTrace } from '../../traces/[traceId]/route'
import * as guarded from './guarded/[id]/route'
import { GET, POST } from './route'
import * as trusting from './trusting/[id]/route'

vi.hoisted(() => {
  process.env['LIMIT_LABS_PER_MINUTE'] = '14'
})

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

const doors = { trusting, guarded }
const email = 'thief@elsewhere.example'

async function signIn(guest: TestCaller, sameSite: SameSite = 'none') {
  const body = { sameSite }
  const reply = await guest.call(POST, { method: 'POST', body })
  expect(reply.status).toBe(201)
  const [cookie = ''] = reply.headers.getSetCookie()
  return { cookie, ...Forgeries.parse(await reply.json()) }
}

type Sent = {
  door: Experiment['door']
  list: Experiment[]
  cookie?: string
  method?: 'POST' | 'GET' | 'OPTIONS'
  headers?: Record<string, string>
  body?: string
}

function send({ door, list, cookie, method = 'POST', headers, body }: Sent) {
  const { path } = list.find((one) => one.door === door) ?? { path: '' }
  const query = method === 'GET' ? `?email=${email}` : ''
  return call(doors[door][method], {
    method,
    path: path + query,
    params: { id: path.split('/').at(-1) ?? '' },
    headers: {
      'sec-fetch-site': 'cross-site',
      origin: 'null',
      ...(cookie ? { cookie: cookie.split(';')[0] ?? '' } : {}),
      ...headers,
    },
    ...(method === 'POST' ? { body: body ?? `email=${email}` } : {}),
  })
}

async function look(guest: TestCaller) {
  const reply = await guest.call(GET)
  const { doors: list } = Forgeries.parse(await reply.json())
  return Object.fromEntries(list.map((one) => [one.door, one]))
}

test('a forged form with the cookie is obeyed by the twin, and refused by the guarded door', async () => {
  const guest = await TestCaller.make()
  const { cookie, doors: list } = await signIn(guest)
  expect((await send({ door: 'trusting', list, cookie })).status).toBe(200)
  const refused = await send({ door: 'guarded', list, cookie })
  expect(refused.status).toBe(403)
  expect(((await refused.json()) as { type: string }).type).toMatch(
    /cross-site-write$/,
  )

  const seen = await look(guest)
  expect(seen['trusting']?.email).toBe(email)
  expect(seen['guarded']?.email).toBeNull()
  const arrived = new Map(seen['guarded']?.arrived)
  expect(arrived.get('sec-fetch-site')).toBe('cross-site')
  expect(arrived.get('origin')).toBe('null')
  expect(arrived.get('cookie')).toMatch(/^twin=….{4}$/)
})

test('the site’s own page is let pass by both', async () => {
  const guest = await TestCaller.make()
  const { cookie, doors: list } = await signIn(guest, 'strict')
  const headers = { 'sec-fetch-site': 'same-origin' }
  for (const door of ['trusting', 'guarded'] as const)
    expect((await send({ door, list, cookie, headers })).status).toBe(200)
  expect((await look(guest))['guarded']?.email).toBe(email)
})

test('without the cookie nobody is believed, and a made-up one is none', async () => {
  const guest = await TestCaller.make()
  const { doors: list } = await signIn(guest, 'lax')
  expect((await send({ door: 'trusting', list })).status).toBe(401)
  const cookie = 'twin=made-up'
  expect((await send({ door: 'trusting', list, cookie })).status).toBe(401)
  const seen = await look(guest)
  expect(seen['trusting']).toMatchObject({ email: null })
  expect(new Map(seen['trusting']?.arrived).get('cookie')).toMatch(/^twin=…/)
})

test('an image’s GET is obeyed by the twin alone, and a question is given no leave', async () => {
  const guest = await TestCaller.make()
  const { cookie, doors: list } = await signIn(guest)
  const method = 'GET' as const
  expect((await send({ door: 'trusting', list, cookie, method })).status).toBe(
    200,
  )
  expect((await send({ door: 'guarded', list, cookie, method })).status).toBe(
    405,
  )
  for (const door of ['trusting', 'guarded'] as const) {
    const asked = await send({ door, list, method: 'OPTIONS' })
    expect(asked.status).toBe(204)
    const leave = [...asked.headers.keys()].filter((name) =>
      name.startsWith('access-control'),
    )
    expect(leave).toEqual([])
  }
  const { trusting: seen } = await look(guest)
  expect(new Map(seen?.arrived).get('method')).toBe('OPTIONS')
})

test('the cookie is good for the twin alone, and says what was chosen', async () => {
  const guest = await TestCaller.make()
  expect((await signIn(guest, 'none')).cookie).toMatch(
    /^twin=[\w-]{32}; Path=\/api\/labs\/csrf; Max-Age=600; HttpOnly; SameSite=None; Secure$/,
  )
  expect((await signIn(guest, 'strict')).cookie).toMatch(/; SameSite=Strict$/)
})

test('what is changed is thrown away: no account of the site is touched', async () => {
  const guest = await TestCaller.make()
  const { cookie, doors: list } = await signIn(guest)
  await send({ door: 'trusting', list, cookie })
  expect(await database.db.select().from(accounts)).toEqual([])
})

test('the trace of a refused request is the visitor’s, and shows no cookie', async () => {
  const guest = await TestCaller.make()
  const { cookie, doors: list } = await signIn(guest)
  await send({ door: 'guarded', list, cookie })
  await spanStore().flush()
  const { guarded: seen } = await look(guest)
  const params = { traceId: seen?.traceId ?? '' }
  const text = await (await guest.call(readTrace, { params })).text()
  const { spans } = Trace.parse(JSON.parse(text))
  const step = spans.find(({ name }) => name === 'see which site sent it')
  expect(step?.status.code).toBe('error')
  expect(step?.code?.file).toBe('server/http/same-site.ts')
  const [, secret = ''] = /^twin=([\w-]+)/.exec(cookie) ?? []
  expect(text).not.toContain(secret)
})

test('an experiment is found by its own door and id only, and reads no more than it needs', async () => {
  const guest = await TestCaller.make()
  const { cookie, doors: list } = await signIn(guest)
  const strange = list.map((one) => ({ ...one, path: '/api/x/frg_0' }))
  expect((await send({ door: 'trusting', list: strange })).status).toBe(404)
  const [first, second] = list
  if (!first || !second) throw new Error('Two doors are expected')
  const crossed = [
    { ...first, path: second.path },
    { ...second, path: first.path },
  ]
  expect((await send({ door: first.door, list: crossed })).status).toBe(404)
  const body = `email=${'a'.repeat(2_000)}`
  const long = await send({ door: 'trusting', list, cookie, body })
  expect(long.status).toBe(413)
  const odd = { door: 'trusting', list, cookie, body: 'email=x&role=chef' }
  expect((await send({ ...odd, door: 'trusting' })).status).toBe(422)
})

test('whoever presses too often is refused, at the lab and at its doors', async () => {
  const guest = await TestCaller.make()
  const { cookie, doors: list } = await signIn(guest)
  const statuses = new Set<number>()
  for (let i = 0; i < 16; i++)
    statuses.add((await send({ door: 'trusting', list, cookie })).status)
  expect(statuses).toEqual(new Set([200, 429]))
  const refused = await guest.call(POST, {
    method: 'POST',
    body: { sameSite: 'lax' },
  })
  expect(refused.status).toBe(429)
})
