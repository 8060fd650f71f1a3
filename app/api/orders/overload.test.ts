import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Problem } from '@/contracts/problem'
import type { TestDatabase } from '@/db/testing'
import { countRows, startTestBackend, TestCaller } from '@/server/http/testing'
import { spanStore } from '@/tracing/span-store'
import { GET as readMenu } from '../restaurants/[slug]/route'
import { GET, POST } from './route'

vi.hoisted(() => {
  process.env['LIMIT_ORDERS_PER_MINUTE'] = '100000'
  process.env['LIMIT_REQUESTS_PER_MINUTE'] = '100000'
  process.env['WRITE_QUEUE_LENGTH'] = '12'
})

let database: TestDatabase
let guest: TestCaller
beforeAll(async () => {
  database = await startTestBackend()
})
beforeEach(async () => {
  // Spans that could not be stored are told of in the log.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  guest = await TestCaller.make()
})

const place = (headers = {}) =>
  guest.call(POST, {
    method: 'POST',
    path: '/api/orders',
    headers,
    body: {
      restaurant: 'lantern-noodle-house',
      lines: [{ dish: 'miso-ramen', quantity: 1 }],
      note: 'x'.repeat(500),
    },
  })

test('more writers than may wait are told to come back, and leave nothing behind', async () => {
  const before = await countRows(database)
  const replies = await Promise.all(Array.from({ length: 60 }, () => place()))
  const placed = replies.filter((reply) => reply.status === 201)
  const refused = replies.filter((reply) => reply.status !== 201)
  expect(placed.length).toBeGreaterThan(0)
  expect(refused.length).toBeGreaterThan(0)
  for (const reply of refused) {
    expect(reply.status).toBe(503)
    expect(reply.headers.get('retry-after')).toBe('1')
    expect(Problem.parse(await reply.json()).type).toMatch(/\/busy$/)
  }
  await spanStore().flush()
  const after = await countRows(database)
  for (const table of ['orders', 'order_lines', 'outbox', 'events'])
    expect([table, (after[table] ?? 0) - (before[table] ?? 0)]).toEqual([
      table,
      placed.length,
    ])
  expect((await place()).status).toBe(201)
})

test('with a full disk an order is 503 and leaves nothing, reading goes on, and no restart is needed', async () => {
  expect((await place({ 'idempotency-key': 'before' })).status).toBe(201)
  const { rows } = await database.client.execute('PRAGMA page_count')
  const pages = Number(rows[0]?.['page_count'])
  const full = () => database.client.execute(`PRAGMA max_page_count=${pages}`)

  let refused: Response | undefined
  let placed = 1
  for (let at = 0; at < 60 && !refused; at++) {
    await full()
    const reply = await place({ 'idempotency-key': `${at}` })
    if (reply.status === 201) placed += 1
    else refused = reply
  }
  expect(refused?.status).toBe(503)
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(Problem.parse(await refused?.json()).type).toMatch(/storage-full$/)

  await full()
  const list = await guest.call(GET, { path: '/api/orders?limit=100' })
  expect(list.status).toBe(200)
  expect((await list.json()).items.length).toBe(placed)
  await full()
  const menu = await guest.call(readMenu, {
    params: { slug: 'lantern-noodle-house' },
  })
  expect(menu.status).toBe(200)
  await full()
  const replay = await place({ 'idempotency-key': 'before' })
  expect([replay.status, replay.headers.get('idempotency-replayed')]).toEqual([
    201,
    'true',
  ])

  await database.client.execute('PRAGMA max_page_count=1000000')
  expect((await place()).status).toBe(201)
  const { rows: broken } = await database.client.execute(
    `select count(*) as n from orders o where not exists (select 1 from order_lines where order_id = o.id)
       or not exists (select 1 from outbox where order_id = o.id)`,
  )
  expect(broken[0]?.['n']).toBe(0)
})
