import { beforeAll, expect, test } from 'vitest'
import { POST as order } from '@/app/api/orders/route'
import { PATCH } from '@/app/api/orders/[id]/route'
import type { PlatefulEvent } from '@/contracts/events'
import type { Span } from '@/contracts/trace'
import { startTestBackend, TestCaller } from '@/server/http/testing'
import type { TestDatabase } from '@/db/testing'
import { expand } from '@/tracing/span-events'
import { spanStore } from '@/tracing/span-store'
import { unpackBatch } from '@/tracing/unpack-spans'
import { sentenceOf, withEvent, type Arrival } from './arrivals'

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

/** All that a stream of this sandbox would have told, in its order. */
async function eventsOf({ sandboxId }: TestCaller): Promise<PlatefulEvent[]> {
  await spanStore().flush()
  const { rows } = await database.client.execute({
    sql: 'select id, kind, trace_id, data from events where sandbox_id = ? order by id',
    args: [sandboxId],
  })
  return rows.flatMap((row): PlatefulEvent[] => {
    const data = JSON.parse(String(row['data']))
    const id = Number(row['id'])
    return row['kind'] === 'spans'
      ? expand(unpackBatch(String(row['trace_id']), data)).map((event) => ({
          id,
          ...event,
        }))
      : [
          {
            id,
            event: row['kind'],
            data: { ...data, traceId: row['trace_id'] },
          } as never,
        ]
  })
}

const none: readonly Arrival[] = []

async function placeAs(guest: TestCaller, agent: string): Promise<string> {
  const reply = await guest.call(order, {
    method: 'POST',
    path: '/api/orders',
    headers: { 'user-agent': agent },
    body: {
      restaurant: 'lantern-noodle-house',
      lines: [{ dish: 'miso-ramen', quantity: 1 }],
    },
  })
  return (await reply.json()).id
}

test('an order from a terminal is one arrival, with its trace, its client and its status', async () => {
  const guest = await TestCaller.make()
  const id = await placeAs(guest, 'curl/8.5.0')
  const events = await eventsOf(guest)
  const placed = events.find(({ event }) => event === 'order.placed')

  const arrivals = events.reduce(withEvent, none)
  expect(arrivals).toEqual([
    {
      spanId: expect.stringMatching(/^[0-9a-f]{16}$/),
      traceId: placed && 'traceId' in placed.data && placed.data.traceId,
      method: 'POST',
      path: '/api/orders',
      status: 201,
      client: 'curl 8.5.0',
      at: expect.closeTo(Date.now(), -5),
      durationMs: expect.any(Number),
      order: { id, status: 'placed' },
    },
  ])
  const [first] = arrivals
  expect(first && sentenceOf(first)).toBe(
    'A request from curl 8.5.0: POST /api/orders, answered 201. Order placed.',
  )
})

test('whichever of its events comes first, it is told once', async () => {
  const guest = await TestCaller.make()
  const id = await placeAs(guest, 'python-requests/2.32')
  const events = await eventsOf(guest)
  for (const told of [events, events.toReversed(), [...events, ...events]]) {
    const arrivals = told.reduce(withEvent, none)
    expect(arrivals).toHaveLength(1)
    expect(arrivals[0]).toMatchObject({
      status: 201,
      client: 'python-requests 2.32',
      order: { id },
    })
  }
})

test('an order is told before its request has ended', async () => {
  const guest = await TestCaller.make()
  await placeAs(guest, 'HTTPie/3.2.1')
  const [placed] = (await eventsOf(guest)).filter(
    ({ event }) => event === 'order.placed',
  )
  if (!placed) throw new Error('no order')
  const [arrival] = withEvent(none, placed)
  expect(arrival).toMatchObject({ status: null, order: { status: 'placed' } })
  expect(arrival && sentenceOf(arrival)).toBe(
    'A request: POST /api/orders. Order placed.',
  )
})

test('a later change is told on its order, and its request is an arrival of its own', async () => {
  const guest = await TestCaller.make()
  const id = await placeAs(guest, 'curl/8.5.0')
  await guest.call(PATCH, {
    method: 'PATCH',
    path: `/api/orders/${id}`,
    params: { id },
    headers: { 'user-agent': 'node' },
    body: { status: 'accepted' },
  })
  const arrivals = (await eventsOf(guest)).reduce(withEvent, none)
  expect(
    arrivals.map(({ method, client, status, order }) => [
      method,
      client,
      status,
      order?.status,
    ]),
  ).toEqual([
    ['PATCH', 'Node', 200, undefined],
    ['POST', 'curl 8.5.0', 201, 'accepted'],
  ])
})

test('a refusal arrives as well, and what the house does by itself does not', async () => {
  const guest = await TestCaller.make()
  await guest.call(order, {
    method: 'POST',
    path: '/api/orders',
    headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)' },
    body: {},
  })
  const events = await eventsOf(guest)
  const arrivals = events.reduce(withEvent, none)
  expect(arrivals).toMatchObject([{ status: 422, client: 'a browser' }])

  const inside = events.flatMap(({ event, data }): Span[] =>
    event === 'span.ended' ? [{ ...data, service: 'restaurant' }] : [],
  )
  expect(inside.length).toBeGreaterThan(2)
  const elsewhere = inside.map((data): PlatefulEvent => ({
    id: 1,
    event: 'span.ended',
    data,
  }))
  expect(elsewhere.reduce(withEvent, none)).toEqual([])
})

test('of very many arrivals the newest are kept', async () => {
  const guest = await TestCaller.make()
  await placeAs(guest, 'curl/8.5.0')
  const span = (await eventsOf(guest)).flatMap(({ event, data }): Span[] =>
    event === 'span.ended' && data.kind === 'server' ? [data] : [],
  )[0]
  if (!span) throw new Error('no span')
  let arrivals = none
  for (let n = 0; n < 100; n++)
    arrivals = withEvent(arrivals, {
      id: n,
      event: 'span.ended',
      data: { ...span, spanId: `span-${n}`, traceId: `trace-${n}` },
    })
  expect(arrivals).toHaveLength(30)
  expect(arrivals[0]?.traceId).toBe('trace-99')
})
