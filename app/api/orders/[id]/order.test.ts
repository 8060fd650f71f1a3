import { beforeAll, expect, test, vi } from 'vitest'
import { nextStatuses, Order, OrderStatus } from '@/contracts/orders'
import { Problem } from '@/contracts/problem'
import type { TestDatabase } from '@/db/testing'
import { countRows, startTestBackend, TestCaller } from '@/server/http/testing'
import { GET as listOrders, POST } from '../route'
import { GET, PATCH } from './route'

vi.hoisted(() => {
  process.env['LIMIT_ORDERS_PER_MINUTE'] = '100000'
  process.env['LIMIT_REQUESTS_PER_MINUTE'] = '100000'
})

let database: TestDatabase
let guest: TestCaller
beforeAll(async () => {
  database = await startTestBackend()
  guest = await TestCaller.make()
})

const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
}
const statuses = OrderStatus.options

/** The shortest lucky or unlucky way to each state. */
const wayTo: Record<OrderStatus, OrderStatus[]> = {
  placed: [],
  accepted: ['accepted'],
  cooking: ['accepted', 'cooking'],
  ready: ['accepted', 'cooking', 'ready'],
  collected: ['accepted', 'cooking', 'ready', 'collected'],
  delivered: ['accepted', 'cooking', 'ready', 'collected', 'delivered'],
  cancelled: ['cancelled'],
  rejected: ['rejected'],
}

async function orderIn(status: OrderStatus, owner = guest): Promise<string> {
  const reply = await owner.call(POST, { method: 'POST', body: wish })
  const { id } = Order.parse(await reply.json())
  for (const step of wayTo[status])
    expect((await move(id, step, {}, owner)).status).toBe(200)
  return id
}

function move(id: string, status: unknown, headers = {}, caller = guest) {
  const path = `/api/orders/${id}`
  return caller.call(PATCH, {
    method: 'PATCH',
    path,
    params: { id },
    body: { status },
    headers,
  })
}

function read(id: string, headers = {}, caller = guest) {
  return caller.call(GET, {
    path: `/api/orders/${id}`,
    params: { id },
    headers,
  })
}

const pairs = statuses.flatMap((from) =>
  statuses.map((to) => [from, to] as const),
)

test.each(pairs)(
  'from %s to %s: done when it is a step of the order, 409 when not',
  async (from, to) => {
    const id = await orderIn(from)
    const before = await countRows(database)
    const reply = await move(id, to)
    const body = await reply.json()
    const now = Order.parse(await (await read(id)).json())

    if (nextStatuses[from].includes(to)) {
      expect(reply.status).toBe(200)
      expect(Order.parse(body)).toEqual(now)
      expect(now.status).toBe(to)
      expect(now.history.map((entry) => entry.status)).toEqual([
        'placed',
        ...wayTo[from],
        to,
      ])
      expect(reply.headers.get('etag')).toBe(
        (await read(id)).headers.get('etag'),
      )
      return
    }
    expect(reply.status).toBe(409)
    expect(Problem.parse(body).allowed).toEqual(nextStatuses[from])
    expect(now.status).toBe(from)
    expect(await countRows(database)).toEqual(before)
  },
)

test('the contract’s transitions are the ones that api.md promises', () => {
  const steps = statuses.flatMap((from) =>
    nextStatuses[from].map((to) => `${from} → ${to}`),
  )
  expect(steps.sort()).toEqual(
    [
      'placed → accepted',
      'accepted → cooking',
      'cooking → ready',
      'ready → collected',
      'collected → delivered',
      'placed → cancelled',
      'accepted → cancelled',
      'placed → rejected',
    ].sort(),
  )
})

test.each([
  ['an unknown status', { status: 'eaten' }],
  ['a status in capitals', { status: 'ACCEPTED' }],
  ['a status that is a list', { status: ['accepted'] }],
  ['no status', {}],
  ['a second field', { status: 'accepted', total: 1 }],
  ['a prototype', '{"status":"accepted","__proto__":{"status":"x"}}'],
  ['null', 'null'],
])('%s is 422, and the order stays as it is', async (_, body) => {
  const id = await orderIn('placed')
  const before = await countRows(database)
  const reply = await guest.call(PATCH, {
    method: 'PATCH',
    params: { id },
    body,
  })
  expect(reply.status).toBe(422)
  expect(await countRows(database)).toEqual(before)
  expect((await (await read(id)).json()).status).toBe('placed')
})

test('an order’s tag is strong, stays with the version, and changes with it', async () => {
  const id = await orderIn('placed')
  const first = await read(id)
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toMatch(/^"[^"]+"$/)
  expect((await read(id)).headers.get('etag')).toBe(tag)
  const moved = await move(id, 'accepted')
  expect(moved.headers.get('etag')).not.toBe(tag)
})

test.each([
  (tag: string) => tag,
  (tag: string) => `W/${tag}`,
  (tag: string) => `"other", ${tag}`,
  () => '*',
])(
  'If-None-Match that names the version is answered 304 without a body',
  async (of) => {
    const id = await orderIn('placed')
    const tag = (await read(id)).headers.get('etag') ?? ''
    const reply = await read(id, { 'if-none-match': of(tag) })
    expect(reply.status).toBe(304)
    expect(await reply.text()).toBe('')
    expect(reply.headers.get('etag')).toBe(tag)
    expect(reply.headers.get('vary')).toContain('Authorization')
  },
)

test.each(['"other"', 'W/"other"', 'x', ''])(
  'If-None-Match %j is answered 200',
  async (tag) => {
    const id = await orderIn('placed')
    expect((await read(id, { 'if-none-match': tag })).status).toBe(200)
  },
)

test('a stale If-Match is 412, and the order stays as it is', async () => {
  const id = await orderIn('placed')
  const stale = (await read(id)).headers.get('etag') ?? ''
  await move(id, 'accepted')
  const before = await countRows(database)
  const reply = await move(id, 'cooking', { 'if-match': stale })
  expect(reply.status).toBe(412)
  Problem.parse(await reply.json())
  expect(await countRows(database)).toEqual(before)
})

test.each([
  (tag: string) => [tag, 200],
  (tag: string) => [`"x", ${tag}`, 200],
  () => ['*', 200],
  (tag: string) => [`W/${tag}`, 412],
  () => ['""', 412],
  () => ['nonsense', 412],
] as ((tag: string) => [string, number])[])(
  'If-Match is compared strongly (%#)',
  async (of) => {
    const id = await orderIn('placed')
    const [header, status] = of((await read(id)).headers.get('etag') ?? '')
    expect((await move(id, 'accepted', { 'if-match': header })).status).toBe(
      status,
    )
  },
)

test('of twenty who move one order at the same moment one succeeds', async () => {
  const id = await orderIn('placed')
  const targets: OrderStatus[] = ['accepted', 'cancelled', 'rejected']
  const replies = await Promise.all(
    Array.from({ length: 21 }, (_, at) => move(id, targets[at % 3])),
  )
  const moved = replies.filter((reply) => reply.status === 200)
  // From accepted one may still cancel, so a second one may follow the first.
  const order = Order.parse(await (await read(id)).json())
  expect(order.history.length).toBe(1 + moved.length)
  for (const reply of replies) expect([200, 409, 412]).toContain(reply.status)
  const statuses = order.history.map((entry) => entry.status)
  for (const [at, status] of statuses.entries())
    if (at > 0)
      expect(nextStatuses[statuses[at - 1] ?? 'delivered']).toContain(status)
})

test('another guest’s order answers exactly like one that was made up', async () => {
  const stranger = await TestCaller.make()
  const id = await orderIn('placed')
  const madeUp = `ord_${'0'.repeat(24)}`
  const tell = async (id: string, reply: Response) => {
    const { traceId: _, instance, ...rest } = await reply.json()
    const headers = [...reply.headers.keys()].sort()
    return {
      status: reply.status,
      headers,
      ...rest,
      instance: instance.replace(id, '…'),
    }
  }
  const before = await countRows(database)
  const foreign = await tell(id, await read(id, {}, stranger))
  expect(foreign).toEqual(await tell(madeUp, await read(madeUp, {}, stranger)))
  expect(foreign.status).toBe(404)
  for (const status of ['accepted', 'placed'])
    expect(await tell(id, await move(id, status, {}, stranger))).toEqual(
      await tell(madeUp, await move(madeUp, status, {}, stranger)),
    )
  expect(
    await tell(id, await move(id, 'accepted', { 'if-match': '"x"' }, stranger)),
  ).toEqual(
    await tell(
      madeUp,
      await move(madeUp, 'accepted', { 'if-match': '"x"' }, stranger),
    ),
  )
  expect(await countRows(database)).toEqual(before)
  const list = await stranger.call(listOrders, { path: '/api/orders' })
  expect((await list.json()).items).toEqual([])
})

test.each([
  'x',
  '%00',
  'ord_',
  '__proto__',
  "' or 1=1 --",
  'ord_*',
  'x'.repeat(4000),
])('the id %j is 404', async (id) => {
  expect((await read(id)).status).toBe(404)
  expect((await move(id, 'accepted')).status).toBe(404)
})

test('a cursor of another guest’s list shows nothing of theirs', async () => {
  const stranger = await TestCaller.make()
  await orderIn('placed')
  await orderIn('placed')
  const list = await guest.call(listOrders, { path: '/api/orders?limit=1' })
  const [, path = ''] = /<([^>]+)>/.exec(list.headers.get('link') ?? '') ?? []
  const reply = await stranger.call(listOrders, { path })
  expect((await reply.json()).items).toEqual([])
})
