import { expect, test } from '@playwright/test'
import { Trace, type Span } from '../../contracts/trace'
import { Guest, House, type Server } from './server'

let house: House
let a: Server
let b: Server
test.beforeEach(async () => {
  house = new House()
  a = await house.start({ LIMIT_ORDERS_PER_MINUTE: '60' })
  b = await house.start({ LIMIT_ORDERS_PER_MINUTE: '60', PUBLIC_URL: a.url })
})
test.afterEach(() => house.close())

test('two servers on one database give one key one order, and both the same bytes', async () => {
  const guest = await Guest.make(a)
  for (let round = 0; round < 10; round++) {
    const key = `round ${round}`
    const replies = await Promise.all(
      [a, b, a, b].map((server) => guest.place(server, key)),
    )
    expect(replies.map((reply) => reply.status)).toEqual([201, 201, 201, 201])
    const texts = await Promise.all(replies.map((reply) => reply.text()))
    expect(new Set(texts).size).toBe(1)
    expect(
      replies.filter((reply) => reply.headers.has('idempotency-replayed'))
        .length,
    ).toBe(3)
  }
  expect((await guest.orders(b)).length).toBe(10)
})

test('two servers count a guest’s limit together', async () => {
  const guest = await Guest.make(a)
  const replies = await Promise.all(
    Array.from({ length: 80 }, (_, at) => guest.place(at % 2 ? a : b)),
  )
  const statuses = replies.map((reply) => reply.status)
  expect(statuses.filter((status) => status === 201).length).toBe(60)
  expect(statuses.filter((status) => status === 429).length).toBe(20)
})

test('the last portion is sold once, whichever server is asked', async () => {
  const guest = await Guest.make(a)
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      guest.place(at % 2 ? a : b, undefined, 'tea-smoked-duck'),
    ),
  )
  const statuses = replies.map((reply) => reply.status)
  expect(statuses.filter((status) => status === 201).length).toBe(1)
  expect(statuses.filter((status) => status === 409).length).toBe(19)
})

test('what is ordered at one server arrives at the other’s stream, once, within five seconds', async () => {
  const guest = await Guest.make(a)
  const stream = await guest.stream(b)
  const orders: string[] = []
  for (let at = 0; at < 20; at++)
    orders.push((await (await guest.place(at % 4 ? a : b)).json()).id)
  await expect.poll(() => stream.placed.length, { timeout: 5_000 }).toBe(20)
  expect(stream.placed).toEqual(orders)
  // The tickets are printed by then or later; each is an event too, once.
  const tickets = () =>
    stream.events.filter(({ event }) => event === 'ticket.printed').length
  await expect.poll(tickets, { timeout: 20_000 }).toBe(20)
  const ids = stream.events.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)].sort((one, other) => one - other))
  stream.cut()
})

test('an order that one server took is read and moved at the other', async () => {
  const guest = await Guest.make(b)
  const { id } = await (await guest.place(a)).json()
  const moved = await fetch(`${b.url}/api/orders/${id}`, {
    method: 'PATCH',
    headers: {
      authorization: guest.authorization,
      'content-type': 'application/json',
    },
    body: '{"status":"accepted"}',
  })
  expect(moved.status).toBe(200)
})

test('what two servers change at once, each trace tells of its own guest only', async () => {
  const [one, other] = [await Guest.make(a), await Guest.make(b)]
  const replies = await Promise.all(
    Array.from({ length: 24 }, async (_, at) => {
      const guest = at % 2 === 0 ? one : other
      const reply = await guest.place(at % 4 < 2 ? a : b)
      return { guest, id: (await reply.json()).id, reply }
    }),
  )
  for (const { guest, id, reply } of replies) {
    const traceId = reply.headers.get('traceresponse')?.split('-')[1] ?? ''
    let spans: Span[] = []
    const isWhole = async () => {
      spans = await spansOf(guest, traceId)
      return spans.some(({ name }) => name === 'POST /api/orders')
    }
    await expect.poll(isWhole).toBe(true)
    const changes = spans.flatMap(({ sql }) => sql?.changes ?? [])
    expect(changes.length).toBeGreaterThanOrEqual(12)
    for (const { table, before, after } of changes)
      for (const row of [before, after])
        if (row)
          expect(row[table === 'sandboxes' ? 'id' : 'sandbox_id']).toBe(
            guest.id,
          )
    const orders = changes.filter(({ table }) => table === 'orders')
    expect(orders.map(({ after }) => after?.['id'])).toEqual([id])
  }
})

/** What is stored so far of a trace: its server may not be done with it. */
async function spansOf(guest: Guest, traceId: string): Promise<Span[]> {
  const reply = await fetch(`${a.url}/api/traces/${traceId}`, {
    headers: { authorization: guest.authorization },
  })
  return reply.ok ? Trace.parse(await reply.json()).spans : []
}
