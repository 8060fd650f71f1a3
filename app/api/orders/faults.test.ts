import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Span } from '@/contracts/trace'
import type { TestDatabase } from '@/db/testing'
import { countRows, startTestBackend, TestCaller } from '@/server/http/testing'
import { spanStore } from '@/tracing/span-store'
import { GET as readTrace } from '../traces/[traceId]/route'
import { GET as listRestaurants } from '../restaurants/route'
import { POST as openSandbox } from '../sandboxes/route'
import { GET, POST } from './route'

vi.hoisted(() => {
  process.env['LIMIT_ORDERS_PER_MINUTE'] = '100000'
  process.env['LIMIT_REQUESTS_PER_MINUTE'] = '100000'
  process.env['DATABASE_TIME_LIMIT_MS'] = '1500'
})

let database: TestDatabase
let guest: TestCaller
beforeAll(async () => {
  database = await startTestBackend()
})
beforeEach(async () => {
  guest = await TestCaller.make()
})

const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [
    { dish: 'miso-ramen', quantity: 1 },
    { dish: 'pork-dumplings', quantity: 2 },
  ],
}
const place = (
  baggage?: string,
  headers: Record<string, string> = {},
  caller = guest,
) =>
  caller.call(POST, {
    method: 'POST',
    path: '/api/orders',
    headers: { ...(baggage ? { baggage } : {}), ...headers },
    body: wish,
  })

async function spansOf(reply: Response, caller = guest): Promise<Span[]> {
  await spanStore().flush()
  const traceId = reply.headers.get('traceresponse')?.split('-')[1] ?? ''
  const trace = await caller.call(readTrace, { params: { traceId } })
  return (await trace.json()).spans
}
const suffering = (spans: Span[]) =>
  spans
    .filter(({ attributes }) => 'fault.name' in attributes)
    .map(({ name, attributes }) => [name, attributes['fault.name']])
const left = async (caller = guest) => {
  const { rows } = await database.client.execute({
    sql: 'select dish, left from portions where sandbox_id = ? order by dish',
    args: [caller.sandboxId],
  })
  return rows.map((row) => [row['dish'], row['left']])
}

test('a slow database makes the order late, and it is placed all the same', async () => {
  const began = performance.now()
  const reply = await place('fault.db-slow=200')
  expect(reply.status).toBe(201)
  expect(performance.now() - began).toBeGreaterThanOrEqual(199)
  expect(suffering(await spansOf(reply))).toEqual([
    ['SELECT sandboxes', 'db-slow'],
  ])
})

test.each([
  ['see-who-is-asking', 'SELECT sandboxes'],
  ['count-this-request', 'INSERT rate_limits'],
  ['look-for-a-repeat', 'SELECT replies'],
  ['price-the-basket', 'SELECT restaurants'],
  ['save-the-order', 'BEGIN'],
])(
  'a database that is too slow in "%s" is 503 with Retry-After, and nothing is kept',
  async (at, statement) => {
    const before = await countRows(database)
    const headers = { 'idempotency-key': `slow at ${at}` }
    const reply = await place(`fault.db-slow=2500;at=${at}`, headers)
    expect(reply.status).toBe(503)
    expect(reply.headers.get('retry-after')).toBe('1')
    expect((await reply.json()).type).toMatch(/\/database-too-slow$/)
    expect(await countRows(database)).toEqual(before)
    const spans = await spansOf(reply)
    expect(suffering(spans)).toEqual([[statement, 'db-slow']])
    expect((await place(undefined, headers)).status).toBe(201)
  },
)

test('others need not wait for a slow database of somebody else', async () => {
  const other = await TestCaller.make()
  const done: string[] = []
  const [slow, whole] = await Promise.all([
    place('fault.db-slow=1200;at=save-the-order').finally(() =>
      done.push('the slow one'),
    ),
    place(undefined, {}, other).finally(() => done.push('the other')),
  ])
  expect(done).toEqual(['the other', 'the slow one'])
  expect([slow.status, whole.status]).toEqual([201, 201])
})

test.each([1, 2, 3, 4, 5, 6, 7])(
  'a transaction that fails after %d changes leaves nothing of the order',
  async (changes) => {
    const before = await countRows(database)
    const headers = { 'idempotency-key': `midway ${changes}` }
    const reply = await place(`fault.db-fail-midway=${changes}`, headers)
    expect(reply.status).toBe(500)
    expect((await reply.json()).type).toMatch(/\/internal-error$/)
    expect(await countRows(database)).toEqual(before)
    const spans = await spansOf(reply)
    expect(suffering(spans)).toHaveLength(1)
    expect(spans.map(({ name }) => name)).toContain('ROLLBACK')

    const again = await place(undefined, headers)
    expect(again.status).toBe(201)
    expect(again.headers.has('idempotency-replayed')).toBe(false)
  },
)

test('the last portion goes to one: whoever looked too early is told, and takes nothing', async () => {
  expect((await place()).status).toBe(201)
  const [orders, portions] = [
    (await countRows(database))['orders'],
    await left(),
  ]
  const reply = await place('fault.sold-out=1')
  expect(reply.status).toBe(409)
  expect((await reply.json()).type).toMatch(/\/sold-out$/)
  expect((await countRows(database))['orders']).toBe(orders)
  // Whoever held them has put them back.
  expect(await left()).toEqual(portions)
  expect(suffering(await spansOf(reply))).toEqual([
    ['somebody else takes the rest', 'sold-out'],
  ])
  expect((await place()).status).toBe(201)
})

test('a session that has run out is refused before anything else is done', async () => {
  const before = await countRows(database)
  const reply = await place('fault.session-expired=1')
  expect(reply.status).toBe(401)
  expect(reply.headers.get('www-authenticate')).toMatch(/^Bearer/)
  expect(await countRows(database)).toEqual(before)
  const spans = await spansOf(reply)
  expect(suffering(spans)).toEqual([['see who is asking', 'session-expired']])
  expect(spans.map(({ name }) => name)).not.toContain('count this request')
  expect((await place()).status).toBe(201)
})

test('a response that is lost after the commit: the same key gets it again, and there is one order', async () => {
  const headers = { 'idempotency-key': 'lost' }
  const reply = await place('fault.drop-response=1', headers)
  expect(reply.status).toBe(201)
  await expect(reply.text()).rejects.toThrow()
  const spans = await spansOf(reply)
  expect(suffering(spans)).toEqual([['POST /api/orders', 'drop-response']])

  const again = await place(undefined, headers)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  const { items } = await (
    await guest.call(GET, { path: '/api/orders' })
  ).json()
  expect(items).toEqual([await again.json()])
})

test('a first order without a sandbox can fail too, in the sandbox that it makes', async () => {
  const { call } = await import('@/server/http/testing')
  const reply = await call(POST, {
    method: 'POST',
    path: '/api/orders',
    headers: { baggage: 'fault.db-fail-midway=1' },
    body: wish,
  })
  expect(reply.status).toBe(500)
})

test.each([
  'fault.db-slow=0',
  'fault.db-slow=10001',
  'fault.db-slow=-5',
  'fault.db-slow=8e2',
  'fault.db-slow=soon',
  'fault.db-slow',
  'fault.db-slow=',
  'fault.db-slow=800x',
  'fault.db-fail-midway=51',
  'fault.drop-response=2',
  'fault.drop-response=yes',
  'fault.restaurant-offline=6',
])('a fault of a value it cannot have is 400: %s', async (baggage) => {
  const before = await countRows(database)
  const reply = await place(baggage)
  expect(reply.status).toBe(400)
  const problem = await reply.json()
  expect(problem.type).toMatch(/\/malformed-request$/)
  expect(problem.detail).toContain('fault.')
  expect(await countRows(database)).toEqual(before)
})

test.each([
  'userId=alice,serverNode=DF%2028;color=red',
  'fault.unheard-of=1',
  'faultdb-slow=9000',
  '=,;,==,fault',
  'fault.db-slow=9000'.padEnd(9_000, ' ') + ',a=b',
  Array.from({ length: 65 }, (_, i) => `k${i}=v`).join() +
    ',fault.drop-response=1',
])('any other baggage changes nothing: %#', async (baggage) => {
  const reply = await place(baggage)
  expect(reply.status).toBe(201)
  expect(suffering(await spansOf(reply))).toEqual([])
})

test('elsewhere than on orders and in labs nothing fails', async () => {
  const baggage =
    'fault.session-expired=1,fault.drop-response=1,fault.db-slow=9000'
  const reply = await guest.call(listRestaurants, {
    path: '/api/restaurants',
    headers: { baggage },
  })
  expect(reply.status).toBe(200)
  await reply.json()
  const { call } = await import('@/server/http/testing')
  const made = await call(openSandbox, {
    method: 'POST',
    path: '/api/sandboxes',
    headers: { baggage },
    body: {},
  })
  expect(made.status).toBe(201)
  await made.json()
})

test('nobody can make anything fail in another’s sandbox', async () => {
  const other = await TestCaller.make()
  const portions = await left(other)
  const [broken, whole] = await Promise.all([
    place('fault.sold-out=1'),
    place(undefined, {}, other),
  ])
  expect([broken.status, whole.status]).toEqual([409, 201])
  expect(portions).toEqual([])
  expect(await left(other)).toEqual([
    ['miso-ramen', 99],
    ['pork-dumplings', 98],
  ])
})
