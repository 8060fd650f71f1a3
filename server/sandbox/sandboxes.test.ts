import { eq, getTableName, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { GET as readOrder, PATCH } from '@/app/api/orders/[id]/route'
import { GET as listOrders, POST } from '@/app/api/orders/route'
import { DELETE, GET as readCurrent } from '@/app/api/sandboxes/current/route'
import { POST as open } from '@/app/api/sandboxes/route'
import { Problem } from '@/contracts/problem'
import { arrivals } from '@/db/schema/limits'
import { sandboxes } from '@/db/schema/sandboxes'
import type { TestDatabase } from '@/db/testing'
import { env } from '@/env'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import { spanStore } from '@/tracing/span-store'
import {
  openSandbox,
  ownedTables,
  startOver,
  sweepSandboxes,
} from './sandboxes'

vi.hoisted(() => {
  process.env['LIMIT_SANDBOXES_PER_MINUTE'] = '3'
  process.env['QUOTA_SANDBOXES'] = '40'
})

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})
beforeEach(async () => {
  await database.db.delete(arrivals)
  // The tests of this file share a house with forty tables.
  await database.db.update(sandboxes).set({ expiresAt: 1 })
  while ((await sweepSandboxes(database.db, Date.now())) > 0);
})

const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
}

async function place(guest: TestCaller, headers = {}) {
  return guest.call(POST, {
    method: 'POST',
    path: '/api/orders',
    body: wish,
    headers,
  })
}

/** The rows that a sandbox has in each table that belongs to visitors. */
async function rowsOf(id: string): Promise<Record<string, number>> {
  await spanStore().flush()
  const found: Record<string, number> = {}
  for (const table of ownedTables) {
    const name = getTableName(table)
    const { rows } = await database.client.execute({
      sql: `select count(*) as n from "${name}" where sandbox_id = ?`,
      args: [id],
    })
    found[name] = Number(rows[0]?.['n'])
  }
  return found
}

const nothing = Object.fromEntries(
  ownedTables.map((table) => [getTableName(table), 0]),
)

test('every table with a sandbox’s rows is cleared with it', async () => {
  const { rows } = await database.client.execute(
    `select m.name from sqlite_schema m join pragma_table_info(m.name) c
     where m.type = 'table' and c.name = 'sandbox_id'`,
  )
  const swept = [
    ...ownedTables.map((table) => getTableName(table)),
    'rate_limits',
    // Shared on purpose, and longer than the sandbox lives.
    'shared_traces',
    'invitations',
    'members',
    // Starting over leaves the provider’s people who they are.
    'people',
    'sessions',
    'progress',
  ]
  expect(rows.map((row) => row['name']).sort()).toEqual(swept.sort())
})

test('starting over empties everything of the sandbox, and nothing of another', async () => {
  const [guest, other] = [await TestCaller.make(), await TestCaller.make()]
  for (const caller of [guest, other]) {
    const reply = await place(caller, { 'idempotency-key': 'k' })
    const { id } = await reply.json()
    await caller.call(PATCH, {
      method: 'PATCH',
      params: { id },
      body: { status: 'accepted' },
    })
  }
  const before = await rowsOf(other.sandboxId)
  expect(before).toMatchObject({
    orders: 1,
    order_lines: 1,
    outbox: 1,
    replies: 1,
    portions: 1,
  })
  const reply = await guest.call(DELETE, {
    method: 'DELETE',
    path: '/api/sandboxes/current',
  })
  expect([reply.status, await reply.text()]).toEqual([204, ''])
  // What is left is the news of it.
  expect(await rowsOf(guest.sandboxId)).toEqual({ ...nothing, events: 1 })
  expect(await rowsOf(other.sandboxId)).toEqual(before)

  const list = await guest.call(listOrders)
  expect([list.status, await list.json()]).toEqual([200, { items: [] }])
  const again = await place(guest, { 'idempotency-key': 'k' })
  expect([again.status, again.headers.has('idempotency-replayed')]).toEqual([
    201,
    false,
  ])
})

test('starting over gives the full quota back', async () => {
  const guest = await TestCaller.make()
  await database.db
    .update(sandboxes)
    .set({ ordersLeft: 0 })
    .where(eq(sandboxes.sandboxId, guest.sandboxId))
  const refused = await place(guest)
  expect([refused.status, Problem.parse(await refused.json()).type]).toEqual([
    403,
    expect.stringMatching(/quota-exceeded$/),
  ])
  await startOver(database.db, guest.sandboxId)
  const [row] = await database.db
    .select()
    .from(sandboxes)
    .where(eq(sandboxes.sandboxId, guest.sandboxId))
  expect(row).toMatchObject({
    ordersLeft: env.quota.orders,
    rowsLeft: env.quota.rows,
    bytesLeft: env.quota.bytes,
  })
  expect((await place(guest)).status).toBe(201)
})

test.each([
  ['orders', { ordersLeft: 1 }],
  ['rows', { rowsLeft: 6 }],
  ['bytes', { bytesLeft: 1_500 }],
])(
  'the quota of %s refuses the order that would be too many, whole',
  async (quota, left) => {
    const guest = await TestCaller.make()
    await database.db
      .update(sandboxes)
      .set(left)
      .where(eq(sandboxes.sandboxId, guest.sandboxId))
    expect((await place(guest)).status).toBe(201)
    const before = await rowsOf(guest.sandboxId)
    const { events: _, traces: __, ...kept } = before
    const refused = await place(guest, { 'idempotency-key': 'k' })
    expect(refused.status).toBe(403)
    expect(Problem.parse(await refused.json()).detail).toContain(quota)
    const {
      events: ___,
      traces: ____,
      ...after
    } = await rowsOf(guest.sandboxId)
    expect(after).toEqual(kept)
    expect((await guest.call(listOrders)).status).toBe(200)
  },
)

test('a sandbox past its time is 401, even before it is swept', async () => {
  const guest = await TestCaller.make()
  await database.db
    .update(sandboxes)
    .set({ expiresAt: Date.now() - 1 })
    .where(eq(sandboxes.sandboxId, guest.sandboxId))
  for (const reply of [
    await guest.call(listOrders),
    await place(guest),
    await guest.call(readCurrent),
  ]) {
    expect(reply.status).toBe(401)
    expect(Problem.parse(await reply.json()).type).toMatch(/sandbox-expired$/)
  }
})

test('a sandbox in use lives on: it expires a day after its last use', async () => {
  const guest = await TestCaller.make()
  const expiryOf = async () =>
    (
      await database.db
        .select()
        .from(sandboxes)
        .where(eq(sandboxes.sandboxId, guest.sandboxId))
    )[0]?.expiresAt ?? 0
  const soon = Date.now() + 60_000
  await database.db
    .update(sandboxes)
    .set({ expiresAt: soon })
    .where(eq(sandboxes.sandboxId, guest.sandboxId))
  const reply = await guest.call(readCurrent)
  const extended = await expiryOf()
  expect(extended).toBeGreaterThan(Date.now() + 23.9 * 60 * 60 * 1000)
  expect((await reply.json()).expiresAt).toBe(new Date(extended).toISOString())
  await guest.call(listOrders)
  // Not written at every visit.
  expect(await expiryOf()).toBe(extended)
})

test('sweeping clears what has expired, all of it, and nothing else', async () => {
  const [gone, stays] = [await TestCaller.make(), await TestCaller.make()]
  for (const caller of [gone, stays])
    await place(caller, { 'idempotency-key': 'k' })
  const before = await rowsOf(stays.sandboxId)
  await database.db
    .update(sandboxes)
    .set({ expiresAt: Date.now() - 1 })
    .where(eq(sandboxes.sandboxId, gone.sandboxId))
  expect(await sweepSandboxes(database.db, Date.now())).toBe(1)
  expect(await rowsOf(gone.sandboxId)).toEqual(nothing)
  expect(await rowsOf(stays.sandboxId)).toEqual(before)
  const left = await database.client.execute({
    sql: 'select (select count(*) from sandboxes where id = :id) + (select count(*) from rate_limits where sandbox_id = :id) as n',
    args: { id: gone.sandboxId },
  })
  expect(left.rows[0]?.['n']).toBe(0)
  expect(await sweepSandboxes(database.db, Date.now())).toBe(0)
})

test('a sandbox that was swept leaves nothing behind, however often its token comes back', async () => {
  const guest = await TestCaller.make()
  await place(guest)
  await database.db
    .update(sandboxes)
    .set({ expiresAt: 1 })
    .where(eq(sandboxes.sandboxId, guest.sandboxId))
  await sweepSandboxes(database.db, Date.now())
  for (let i = 0; i < 5; i++) expect((await place(guest)).status).toBe(401)
  expect(await rowsOf(guest.sandboxId)).toEqual(nothing)
})

test('opening a sandbox sweeps expired ones: no clock is needed', async () => {
  const guest = await TestCaller.make()
  await database.db
    .update(sandboxes)
    .set({ expiresAt: 1 })
    .where(eq(sandboxes.sandboxId, guest.sandboxId))
  await openSandbox(database.db, 'somebody', false)
  const rows = await database.db
    .select()
    .from(sandboxes)
    .where(eq(sandboxes.sandboxId, guest.sandboxId))
  expect(rows).toEqual([])
})

test('a full house answers 503 with Retry-After, and those inside go on', async () => {
  const guest = await TestCaller.make()
  for (let i = 0; i < 39; i++) await TestCaller.make()
  const reply = await call(open, { method: 'POST', path: '/api/sandboxes' })
  expect(reply.status).toBe(503)
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(Problem.parse(await reply.json()).type).toMatch(/house-full$/)
  const stranger = await call(POST, {
    method: 'POST',
    path: '/api/orders',
    body: wish,
  })
  expect([stranger.status, stranger.headers.has('set-cookie')]).toEqual([
    503,
    false,
  ])
  expect((await place(guest)).status).toBe(201)
  expect((await call(listOrders)).status).toBe(200)
})

test('an address opens so many sandboxes a minute; a forged X-Forwarded-For does not help', async () => {
  const arrive = (headers = {}) =>
    call(open, { method: 'POST', path: '/api/sandboxes', headers })
  for (const left of [2, 1, 0]) {
    const reply = await arrive()
    expect(reply.status).toBe(201)
    expect(reply.headers.get('ratelimit-policy')).toBe('"sandboxes";q=3;w=60')
    expect(reply.headers.get('ratelimit')).toMatch(
      new RegExp(`^"sandboxes";r=${left};t=\\d+$`),
    )
  }
  const forgeries = [
    {},
    { 'x-forwarded-for': '203.0.113.7' },
    { 'x-real-ip': '203.0.113.8' },
    { forwarded: 'for=203.0.113.9' },
    { 'x-boh-peer': '203.0.113.10' },
    { 'x-vercel-forwarded-for': '203.0.113.11' },
    { 'cf-connecting-ip': '203.0.113.12' },
  ]
  for (const headers of forgeries) {
    const reply = await arrive(headers)
    expect(reply.status).toBe(429)
    expect(reply.headers.get('ratelimit')).toMatch(/^"sandboxes";r=0;t=\d+$/)
    const seconds = Number(reply.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(60)
  }
  // A first write brings its own sandbox, and counts the same.
  const write = await call(POST, {
    method: 'POST',
    path: '/api/orders',
    body: wish,
  })
  expect([write.status, write.headers.has('set-cookie')]).toEqual([429, false])

  await database.db.update(arrivals).set({ resetsAt: Date.now() - 60_001 })
  expect((await arrive()).status).toBe(201)
})

test('addresses are counted apart, and none is kept in the clear', async () => {
  for (let i = 0; i < 3; i++) await openSandbox(database.db, 'one', false)
  await expect(openSandbox(database.db, 'one', false)).rejects.toThrow(
    '3 new sandboxes',
  )
  await openSandbox(database.db, 'two', false)
  await call(open, {
    method: 'POST',
    headers: { 'x-boh-peer': '198.51.100.1' },
  })
  const rows = await database.db.select().from(arrivals)
  expect(JSON.stringify(rows)).not.toContain('198.51')
})

test('room that swept sandboxes leave in the file is room again', async () => {
  const guest = await TestCaller.make()
  const bytes = async () => {
    const [row] = await database.db.all<{ used: number; file: number }>(sql`
      select (page_count - freelist_count) * page_size as used, page_count * page_size as file
      from pragma_page_count, pragma_freelist_count, pragma_page_size`)
    return row ?? { used: 0, file: 0 }
  }
  const big = 'x'.repeat(1_000_000)
  for (let i = 0; i < 5; i++)
    await database.client.execute({
      sql: "insert into events (sandbox_id, kind, data, created_at) values (?, 'spans', ?, 1)",
      args: [guest.sandboxId, JSON.stringify(big)],
    })
  const { file } = await bytes()
  const mutable: { QUOTA_DATABASE_BYTES: number } = env
  const before = mutable.QUOTA_DATABASE_BYTES
  try {
    mutable.QUOTA_DATABASE_BYTES = file - 1_000_000
    await expect(openSandbox(database.db, 'late', false)).rejects.toThrow(
      'As many sandboxes',
    )
    await startOver(database.db, guest.sandboxId)
    expect((await bytes()).file).toBe(file)
    await openSandbox(database.db, 'late', false)
  } finally {
    mutable.QUOTA_DATABASE_BYTES = before
  }
})

test('an order of a sandbox that started over is gone for good', async () => {
  const guest = await TestCaller.make()
  const { id } = await (await place(guest)).json()
  await startOver(database.db, guest.sandboxId)
  expect((await guest.call(readOrder, { params: { id } })).status).toBe(404)
})
