import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import { Order, OrderList, type NewOrder } from '@/contracts/orders'
import { Problem } from '@/contracts/problem'
import { catalogue } from '@/db/catalogue/catalogue'
import type { TestDatabase } from '@/db/testing'
import { countRows, startTestBackend, TestCaller } from '@/server/http/testing'
import { openingAt } from '@/server/restaurants/opening-hours'
import { PATCH } from './[id]/route'
import { GET, POST } from './route'

vi.hoisted(() => {
  process.env['LIMIT_ORDERS_PER_MINUTE'] = '100000'
  process.env['LIMIT_REQUESTS_PER_MINUTE'] = '100000'
})

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [
    { dish: 'miso-ramen', quantity: 1 },
    { dish: 'pork-dumplings', quantity: 2 },
  ],
}
const lastDuck = {
  restaurant: 'lantern-noodle-house',
  lines: [
    { dish: 'miso-ramen', quantity: 1 },
    { dish: 'tea-smoked-duck', quantity: 1 },
  ],
}

function place(guest: TestCaller, body: unknown = wish, headers = {}) {
  return guest.call(POST, {
    method: 'POST',
    path: '/api/orders',
    body,
    headers,
  })
}

async function placed(guest: TestCaller, body: unknown = wish) {
  const reply = await place(guest, body)
  expect(reply.status).toBe(201)
  return Order.parse(await reply.json())
}

async function listed(guest: TestCaller, query = '') {
  const reply = await guest.call(GET, { path: `/api/orders${query}` })
  expect(reply.status).toBe(200)
  return { items: OrderList.parse(await reply.json()).items, reply }
}

test('an order is placed at the restaurant’s prices, and the list shows the same', async () => {
  const guest = await TestCaller.make()
  const reply = await place(guest, { ...wish, note: 'No spoons, please' })
  expect(reply.status).toBe(201)
  expect(reply.headers.get('content-type')).toBe(
    'application/json; charset=utf-8',
  )
  expect(reply.headers.get('cache-control')).toBe('no-store')

  const order = Order.parse(await reply.json())
  expect(reply.headers.get('location')).toBe(`/api/orders/${order.id}`)
  expect(order).toMatchObject({
    status: 'placed',
    restaurant: { slug: 'lantern-noodle-house', name: 'Lantern Noodle House' },
    subtotal: { amount: 1250 + 2 * 700, currency: 'USD' },
    deliveryFee: { amount: 240, currency: 'USD' },
    total: { amount: 1250 + 2 * 700 + 240, currency: 'USD' },
    note: 'No spoons, please',
    history: [{ status: 'placed', at: order.placedAt }],
  })
  expect((await listed(guest)).items).toEqual([order])
})

test('an order is one row, its lines, one event, one message and, with a key, one reply', async () => {
  const guest = await TestCaller.make()
  const before = await countRows(database)
  await place(guest, wish, { 'idempotency-key': 'rows' })
  const after = await countRows(database)
  const grown = Object.entries(after).flatMap(([table, count]) =>
    count === before[table] ? [] : [[table, count - (before[table] ?? 0)]],
  )
  expect(Object.fromEntries(grown)).toEqual({
    orders: 1,
    order_lines: 2,
    portions: 2,
    events: 1,
    outbox: 1,
    replies: 1,
  })
})

test('a note of any text comes back as it was written', async () => {
  const guest = await TestCaller.make()
  const text = fc.string({ unit: 'grapheme', maxLength: 60 })
  const notes = [
    ' ',
    '\u0001\r\n',
    '"; drop table orders; --',
    '\u202eevil',
    '<script>',
    '🍜'.repeat(250),
  ]
  for (const note of [...notes, ...fc.sample(text, 30)]) {
    const order = await placed(guest, {
      ...wish,
      lines: [{ dish: 'miso-ramen', quantity: 1 }],
      note,
    })
    expect(order.note).toBe(note)
    expect((await listed(guest, '?limit=1')).items[0]?.note).toBe(note)
  }
})

test('the last portion is sold once among twenty who want it at the same moment', async () => {
  const guest = await TestCaller.make()
  const before = await countRows(database)
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      place(guest, lastDuck, { 'idempotency-key': `duck ${at}` }),
    ),
  )
  const sold = replies.filter((reply) => reply.status === 201)
  const refused = replies.filter((reply) => reply.status === 409)
  expect([sold.length, refused.length]).toEqual([1, 19])
  for (const reply of refused)
    expect(Problem.parse(await reply.json()).type).toMatch(
      /\/problems\/sold-out$/,
    )

  const after = await countRows(database)
  expect(after['orders']).toBe((before['orders'] ?? 0) + 1)
  expect(after['outbox']).toBe((before['outbox'] ?? 0) + 1)
  expect(after['replies']).toBe((before['replies'] ?? 0) + 1)
  expect(await portionsLeft(guest, 'tea-smoked-duck')).toBe(0)
  // The refused orders gave their ramen back.
  expect(await portionsLeft(guest, 'miso-ramen')).toBe(99)
})

async function portionsLeft(guest: TestCaller, dish: string) {
  const { rows } = await database.client.execute({
    sql: 'select left from portions where sandbox_id = ? and dish = ?',
    args: [guest.sandboxId, dish],
  })
  return rows[0]?.['left']
}

test('a dish named on two lines takes portions for both', async () => {
  const guest = await TestCaller.make()
  const twice = { dish: 'tea-smoked-duck', quantity: 1 }
  const refused = await place(guest, { ...wish, lines: [twice, twice] })
  expect(refused.status).toBe(409)
  const order = await placed(guest, {
    ...wish,
    lines: [
      { dish: 'mapo-tofu', quantity: 2 },
      { dish: 'mapo-tofu', quantity: 3 },
    ],
  })
  expect(order.lines.map((line) => line.quantity)).toEqual([2, 3])
  expect(await portionsLeft(guest, 'mapo-tofu')).toBe(95)
})

test('one guest’s last portion is another guest’s still', async () => {
  const [one, other] = [await TestCaller.make(), await TestCaller.make()]
  await placed(one, lastDuck)
  await placed(other, lastDuck)
})

test('forty orders at once are forty orders', async () => {
  const guest = await TestCaller.make()
  const replies = await Promise.all(
    Array.from({ length: 40 }, () => place(guest)),
  )
  expect(replies.map((reply) => reply.status)).toEqual(Array(40).fill(201))
  const { items } = await listed(guest, '?limit=100')
  const ids = await Promise.all(
    replies.map(async (reply) => (await reply.json()).id),
  )
  expect(items.map((order) => order.id).sort()).toEqual(ids.sort())
})

test('twenty requests at once with one key are one order, and all get the same bytes', async () => {
  const guest = await TestCaller.make()
  const headers = { 'idempotency-key': 'one key, twenty times' }
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => place(guest, wish, headers)),
  )
  const texts = await Promise.all(replies.map((reply) => reply.text()))
  expect(new Set(texts).size).toBe(1)
  expect(replies.map((reply) => reply.status)).toEqual(Array(20).fill(201))
  expect(
    new Set(replies.map((reply) => reply.headers.get('location'))).size,
  ).toBe(1)
  const replayed = replies.filter((reply) =>
    reply.headers.has('idempotency-replayed'),
  )
  expect(
    replayed.map((reply) => reply.headers.get('idempotency-replayed')),
  ).toEqual(Array(19).fill('true'))
  expect((await listed(guest)).items.length).toBe(1)
})

test('a replay is the first reply even after the order has moved on', async () => {
  const guest = await TestCaller.make()
  const headers = { 'idempotency-key': 'k' }
  const first = await place(guest, wish, headers)
  const text = await first.text()
  const { id } = JSON.parse(text)
  const moved = await guest.call(PATCH, {
    method: 'PATCH',
    params: { id },
    body: { status: 'accepted' },
  })
  expect(moved.status).toBe(200)
  const again = await place(guest, wish, headers)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(await again.text()).toBe(text)
})

test('the same wish in other white space and another order of fields is the same request', async () => {
  const guest = await TestCaller.make()
  const headers = { 'idempotency-key': 'spacing' }
  const first = await place(guest, wish, headers)
  const { restaurant, lines } = wish
  const again = await place(
    guest,
    JSON.stringify({ lines, restaurant }, null, 4),
    headers,
  )
  expect(again.status).toBe(201)
  expect(await again.text()).toBe(await first.text())
})

test('one key with another body is refused with 422, and changes nothing', async () => {
  const guest = await TestCaller.make()
  const headers = { 'idempotency-key': 'abcdefgh-1' }
  await place(guest, wish, headers)
  const before = await countRows(database)
  const other = await place(guest, { ...wish, note: 'x' }, headers)
  expect(other.status).toBe(422)
  expect(Problem.parse(await other.json()).type).toMatch(
    /idempotency-key-reused$/,
  )
  expect(await countRows(database)).toEqual(before)
})

test('a key of one guest says nothing about the same key of another', async () => {
  const [one, other] = [await TestCaller.make(), await TestCaller.make()]
  const headers = { 'idempotency-key': 'shared by chance' }
  const first = await (await place(one, wish, headers)).json()
  const second = await place(other, wish, headers)
  expect(second.headers.has('idempotency-replayed')).toBe(false)
  expect((await second.json()).id).not.toBe(first.id)
})

test('a key of a refused request is free: nothing is kept of it', async () => {
  const guest = await TestCaller.make()
  const headers = { 'idempotency-key': 'second thoughts' }
  const refused = await place(
    guest,
    { ...lastDuck, lines: [{ dish: 'tea-smoked-duck', quantity: 2 }] },
    headers,
  )
  expect(refused.status).toBe(409)
  expect((await place(guest, { ...wish, lines: [] }, headers)).status).toBe(422)
  expect((await place(guest, wish, headers)).status).toBe(201)
})

test('a key may be used anew after a day', async () => {
  const guest = await TestCaller.make()
  const headers = { 'idempotency-key': 'yesterday' }
  const first = await (await place(guest, wish, headers)).json()
  await database.client.execute({
    sql: 'update replies set created_at = created_at - ? where sandbox_id = ?',
    args: [24 * 60 * 60 * 1000 + 1, guest.sandboxId],
  })
  const later = await place(guest, { ...wish, note: 'a new day' }, headers)
  expect(later.status).toBe(201)
  expect((await later.json()).id).not.toBe(first.id)
  const again = await place(guest, { ...wish, note: 'a new day' }, headers)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
})

test.each(['', 'x'.repeat(256), 'naïve', 'a\tb', 'a\u007fb'])(
  'the key %j is refused with 400, and nothing is ordered',
  async (key) => {
    const guest = await TestCaller.make()
    const before = await countRows(database)
    const reply = await place(guest, wish, { 'idempotency-key': key })
    expect(reply.status).toBe(400)
    expect(Problem.parse(await reply.json()).type).toMatch(
      /malformed-idempotency-key$/,
    )
    expect(await countRows(database)).toEqual(before)
  },
)

test.each([
  'x',
  'x'.repeat(255),
  ' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  '__proto__',
])('the key %j is taken', async (key) => {
  const guest = await TestCaller.make()
  const first = await place(guest, wish, { 'idempotency-key': key })
  expect(first.status).toBe(201)
  const again = await place(guest, wish, { 'idempotency-key': key })
  expect(await again.text()).toBe(await first.text())
})

test('without a key a repeated request is a new order', async () => {
  const guest = await TestCaller.make()
  expect((await placed(guest)).id).not.toBe((await placed(guest)).id)
})

test('the total is the sum of the menu’s prices, whatever is ordered', async () => {
  const now = new Date()
  const open = catalogue.filter((restaurant) => openingAt(restaurant, now).open)
  const anyWish = fc.constantFrom(...open).chain((restaurant) => {
    const plenty = restaurant.dishes.filter((dish) => dish.portions >= 100)
    return fc
      .array(
        fc.record({
          dish: fc.constantFrom(...plenty),
          quantity: fc.integer({ min: 1, max: 5 }),
        }),
        { minLength: 1, maxLength: 20 },
      )
      .map((lines) => ({ restaurant, lines }))
  })
  await fc.assert(
    fc.asyncProperty(anyWish, async ({ restaurant, lines }) => {
      const guest = await TestCaller.make()
      const body: NewOrder = {
        restaurant: restaurant.slug,
        lines: lines.map(({ dish, quantity }) => ({ dish: dish.id, quantity })),
      }
      const order = await placed(guest, body)
      const sum = lines.reduce(
        (sum, { dish, quantity }) => sum + dish.priceMinor * quantity,
        0,
      )
      expect(order.subtotal.amount).toBe(sum)
      expect(order.total.amount).toBe(sum + restaurant.deliveryFeeMinor)
      expect(
        order.lines.map((line) => line.total.amount).reduce((a, b) => a + b),
      ).toBe(sum)
    }),
    { numRuns: 40 },
  )
})

/** Walks the pages as a client does: by the Link header alone. */
async function walk(
  guest: TestCaller,
  limit: number,
  between = async () => {},
) {
  const seen: string[] = []
  let path: string | undefined = `/api/orders?limit=${limit}`
  while (path !== undefined) {
    const { items, reply } = await listed(
      guest,
      path.replace('/api/orders', ''),
    )
    expect(items.length).toBeLessThanOrEqual(limit)
    seen.push(...items.map((order) => order.id))
    path = /^<([^>]+)>; rel="next"$/.exec(reply.headers.get('link') ?? '')?.[1]
    await between()
  }
  return seen
}

test('paging visits each order once, newest first, also when orders arrive meanwhile', async () => {
  const guest = await TestCaller.make()
  // Placed at once, so that many share a millisecond.
  await Promise.all(Array.from({ length: 23 }, () => place(guest)))
  const all = (await listed(guest, '?limit=100')).items
  const ids = all.map((order) => order.id)
  expect(all.map((order) => order.placedAt)).toEqual(
    all
      .map((order) => order.placedAt)
      .sort()
      .reverse(),
  )
  for (const limit of [1, 5, 22, 23, 24])
    expect(await walk(guest, limit)).toEqual(ids)

  const withArrivals = await walk(
    guest,
    4,
    async () => void (await placed(guest)),
  )
  expect(withArrivals).toEqual(ids)
})

test('a list has no next page when there is nothing more, and twenty items by default', async () => {
  const guest = await TestCaller.make()
  await Promise.all(Array.from({ length: 21 }, () => place(guest)))
  const { items, reply } = await listed(guest)
  expect(items.length).toBe(20)
  expect(reply.headers.get('link')).toContain('rel="next"')
  expect(
    (await listed(guest, '?limit=21')).reply.headers.get('link'),
  ).toBeNull()
})

test.each([
  'limit=0',
  'limit=101',
  'limit=-1',
  'limit=1.5',
  'limit=',
  'limit=x',
  'limit=1e1',
  'cursor=',
  'cursor=x',
  'cursor=MSBvcmRfMQ',
  'cursor=%00',
  `cursor=${'A'.repeat(5000)}`,
])('a list with %s is refused with 400', async (query) => {
  const guest = await TestCaller.make()
  const reply = await guest.call(GET, { path: `/api/orders?${query}` })
  expect(reply.status).toBe(400)
  expect(Problem.parse(await reply.json()).status).toBe(400)
})
