import { beforeAll, expect, test, vi } from 'vitest'
import { GET as readOrder, PATCH } from '@/app/api/orders/[id]/route'
import { GET as listOrders, POST } from '@/app/api/orders/route'
import { POST as lab } from '@/app/api/labs/two-windows/route'
import { GET as listRestaurants } from '@/app/api/restaurants/route'
import { DELETE as startOver } from '@/app/api/sandboxes/current/route'
import { GET as readTrace } from '@/app/api/traces/[traceId]/route'
import { POST as addSpans } from '@/app/api/traces/route'
import { Problem } from '@/contracts/problem'
import { Trace } from '@/contracts/trace'
import { openClient, openDatabase } from '@/db/client'
import { rateLimits } from '@/db/schema/limits'
import type { TestDatabase } from '@/db/testing'
import { countRows, startTestBackend, TestCaller } from '@/server/http/testing'
import { ownDatabase } from '@/server/sandbox/own-database'
import { spanStore } from '@/tracing/span-store'
import { limitRate } from './limit-rate'

vi.hoisted(() => {
  process.env['LIMIT_ORDERS_PER_MINUTE'] = '3'
  process.env['LIMIT_REQUESTS_PER_MINUTE'] = '10'
  process.env['LIMIT_LABS_PER_MINUTE'] = '2'
})

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
}
const place = (guest: TestCaller, body: unknown = wish, headers = {}) =>
  guest.call(POST, { method: 'POST', path: '/api/orders', body, headers })

async function expectRefusal(reply: Response, limit: 'orders' | 'requests') {
  expect(reply.status).toBe(429)
  expect(Problem.parse(await reply.json()).type).toMatch(/too-many-requests$/)
  expect(reply.headers.get('ratelimit')).toMatch(
    new RegExp(`"${limit}";r=0;t=\\d+`),
  )
  expect(reply.headers.get('ratelimit-policy')).toContain(`"${limit}";q=`)
  const seconds = Number(reply.headers.get('retry-after'))
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThanOrEqual(60)
}

test('every limited reply tells the policy and what is left of it', async () => {
  const guest = await TestCaller.make()
  const first = await place(guest)
  expect(first.headers.get('ratelimit-policy')).toBe(
    '"orders";q=3;w=60, "requests";q=10;w=60',
  )
  expect(first.headers.get('ratelimit')).toMatch(
    /^"orders";r=2;t=\d+, "requests";r=9;t=\d+$/,
  )
  const second = await guest.call(listOrders)
  expect(second.headers.get('ratelimit-policy')).toBe('"requests";q=10;w=60')
  expect(second.headers.get('ratelimit')).toMatch(/^"requests";r=8;t=\d+$/)
  const refused = await place(guest, { lines: [] })
  expect(refused.status).toBe(422)
  expect(refused.headers.get('ratelimit')).toMatch(
    /^"orders";r=1;t=\d+, "requests";r=7;t=\d+$/,
  )
})

test('the fourth order of a minute is 429, and orders nothing', async () => {
  const guest = await TestCaller.make()
  for (let i = 0; i < 3; i++) expect((await place(guest)).status).toBe(201)
  const before = await countRows(database)
  await expectRefusal(await place(guest), 'orders')
  expect(await countRows(database)).toEqual(before)
  // Reading goes on: only the orders are used up.
  expect((await guest.call(listOrders)).status).toBe(200)
})

test('of twenty orders at the same moment exactly as many pass as the limit allows', async () => {
  const guest = await TestCaller.make()
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => place(guest)),
  )
  expect(replies.filter((reply) => reply.status === 201).length).toBe(3)
  expect(replies.filter((reply) => reply.status === 429).length).toBe(17)
})

test('every door that knows its caller counts, and refuses when the minute is used up', async () => {
  const guest = await TestCaller.make()
  const doors = [
    () => guest.call(listOrders),
    () => guest.call(readOrder, { params: { id: 'ord_x' } }),
    () =>
      guest.call(PATCH, {
        method: 'PATCH',
        params: { id: 'ord_x' },
        body: { status: 'accepted' },
      }),
    () => guest.call(listRestaurants),
    () => guest.call(addSpans, { method: 'POST', body: { resourceSpans: [] } }),
  ]
  const statuses = []
  for (const door of [...doors, ...doors]) statuses.push((await door()).status)
  expect(statuses).not.toContain(429)
  for (const door of doors) await expectRefusal(await door(), 'requests')
  await expectRefusal(await place(guest), 'requests')
  await expectRefusal(
    await guest.call(startOver, { method: 'DELETE' }),
    'requests',
  )
})

test('starting over does not give a new minute', async () => {
  const guest = await TestCaller.make()
  for (let i = 0; i < 3; i++) await place(guest)
  expect((await guest.call(startOver, { method: 'DELETE' })).status).toBe(204)
  await expectRefusal(await place(guest), 'orders')
})

test('one guest’s limit is not another’s', async () => {
  const [guest, other] = [await TestCaller.make(), await TestCaller.make()]
  for (let i = 0; i < 4; i++) await place(guest)
  expect((await place(other)).status).toBe(201)
})

/** Lets the windows of everybody end, so many milliseconds ago. */
async function endWindows(agoMs: number): Promise<void> {
  await database.db.update(rateLimits).set({ resetsAt: Date.now() - agoMs })
}

test('after a quiet minute it begins anew', async () => {
  const guest = await TestCaller.make()
  for (let i = 0; i < 4; i++) await place(guest)
  await endWindows(60_001)
  const reply = await place(guest)
  expect(reply.status).toBe(201)
  expect(reply.headers.get('ratelimit')).toMatch(/^"orders";r=2;t=(59|60),/)
})

test('a clock that was set back does not lock anybody out for longer than a minute', async () => {
  const guest = await TestCaller.make()
  for (let i = 0; i < 4; i++) await place(guest)
  await database.db
    .update(rateLimits)
    .set({ resetsAt: Date.now() + 10 * 60_000 })
  expect((await place(guest)).status).toBe(201)
})

test('where a minute ends no second burst passes: the minute before it still counts', async () => {
  const guest = await TestCaller.make()
  for (let i = 0; i < 3; i++) await place(guest)
  await endWindows(1_000)
  expect((await place(guest)).status).toBe(201)
  const refused = await place(guest)
  await expectRefusal(refused, 'orders')
  // Two of the three weigh for another 20 s: three times 39 of 60 are one.
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(20)
})

test('two processes on one database let no more through than one', async () => {
  const { sandboxId } = await TestCaller.make()
  const member = null
  const guest = { sandbox: sandboxId, autopilot: false, expiresAt: 0, member }
  const clients = [database.client, openClient(database.url)]
  const dbs = clients.map((one) => ownDatabase(openDatabase(one), sandboxId))
  const counted = await Promise.allSettled(
    Array.from({ length: 10 }, () => dbs)
      .flat()
      .map((db) => limitRate(db, guest, 'orders')),
  )
  expect(counted.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  clients[1]?.close()
})

test('one statement counts, whatever is counted', async () => {
  const guest = await TestCaller.make()
  const reply = await place(guest)
  const [, traceId = ''] = reply.headers.get('traceresponse')?.split('-') ?? []
  await spanStore().flush()
  const read = await guest.call(readTrace, { params: { traceId } })
  const { spans } = Trace.parse(await read.json())
  expect(
    spans.filter(({ sql }) => sql?.text.includes('rate_limits')),
  ).toHaveLength(1)
})

test('labs fill a bucket: whoever has used it up gets the next try within seconds', async () => {
  const guest = await TestCaller.make()
  const ask = () =>
    guest.call(lab, { method: 'POST', path: '/api/labs/two-windows' })
  const [first, second, third] = [await ask(), await ask(), await ask()]
  expect([first.status, second.status, third.status]).toEqual([201, 201, 429])
  expect(first.headers.get('ratelimit')).toMatch(
    /^"labs";r=1;t=\d+, "requests"/,
  )
  // Two a minute: one in thirty seconds, not two when the minute is over.
  expect(Number(third.headers.get('retry-after'))).toBeLessThanOrEqual(30)
  await endWindows(-30_000)
  expect([(await ask()).status, (await ask()).status]).toEqual([201, 429])
})

test('a malformed order counts too: guessing is limited', async () => {
  const guest = await TestCaller.make()
  for (let i = 0; i < 3; i++) expect((await place(guest, '{')).status).toBe(400)
  await expectRefusal(await place(guest), 'orders')
})
