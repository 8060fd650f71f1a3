import { beforeAll, expect, test, vi } from 'vitest'
import { News } from '@/contracts/polling-or-push'
import type { TestDatabase } from '@/db/testing'
import { eventTail } from '@/server/http/event-tail'
import {
  call,
  startTestBackend,
  TestCaller,
  type Handler,
} from '@/server/http/testing'
import { Problem } from '@/contracts/problem'
import { spanStore } from '@/tracing/span-store'
import { GET as followEvents } from '../../events/route'
import { PATCH } from '../../orders/[id]/route'
import { POST } from '../../orders/route'
import { GET } from './route'

vi.hoisted(() => {
  process.env['LIMIT_ORDERS_PER_MINUTE'] = '100000'
  process.env['LIMIT_REQUESTS_PER_MINUTE'] = '40'
  process.env['QUOTA_STREAMS'] = '3'
})

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

async function place(guest: TestCaller): Promise<string> {
  const reply = await guest.call(POST, {
    method: 'POST',
    path: '/api/orders',
    body: {
      restaurant: 'lantern-noodle-house',
      lines: [{ dish: 'miso-ramen', quantity: 1 }],
    },
  })
  expect(reply.status).toBe(201)
  return (await reply.json()).id
}

async function move(guest: TestCaller, id: string, status: string) {
  const reply = await guest.call(PATCH, {
    method: 'PATCH',
    params: { id },
    body: { status },
  })
  expect(reply.status).toBe(200)
}

const path = (order: string, after = 0, wait = 25) =>
  `/api/labs/polling-or-push?order=${order}&after=${after}&wait=${wait}`

const ask = (guest: TestCaller, ...known: Parameters<typeof path>) =>
  guest.call(GET, { path: path(...known) })

async function newsIn(reply: Response): Promise<News> {
  expect(reply.status).toBe(200)
  return News.parse(await reply.json())
}

async function lastOf(guest: TestCaller, order: string): Promise<number> {
  const { items } = await newsIn(await ask(guest, order))
  return items.at(-1)?.id ?? 0
}

const waiting = (guest: TestCaller, count = 1) =>
  expect
    .poll(() => eventTail().streamsOf(guest.sandboxId), { timeout: 20_000 })
    .toBe(count)

const problemIn = async (reply: Response) => Problem.parse(await reply.json())

test('what the page does not know yet is told at once, and only that', async () => {
  const guest = await TestCaller.make()
  const order = await place(guest)
  await move(guest, order, 'accepted')

  const all = await newsIn(await ask(guest, order))
  expect(all.items.map(({ event }) => event)).toEqual([
    'order.placed',
    'order.accepted',
  ])
  expect(all.items[0]?.data).toMatchObject({ order, status: 'placed' })
  expect(Date.parse(all.answeredAt)).toBeGreaterThanOrEqual(
    Date.parse(all.items[1]?.data.at ?? ''),
  )
  const rest = await newsIn(await ask(guest, order, all.items[0]?.id))
  expect(rest.items).toEqual(all.items.slice(1))
  await waiting(guest, 0)
})

test('it waits until the order has an event, and answers with that', async () => {
  const guest = await TestCaller.make()
  const order = await place(guest)
  const other = await place(guest)
  const last = await lastOf(guest, order)

  let isAnswered = false
  const asking = ask(guest, order, last).finally(() => (isAnswered = true))
  await waiting(guest)
  // Another order of the same guest is no news of this one.
  await move(guest, other, 'accepted')
  const asked = await newsIn(await ask(guest, other, last))
  expect(asked.items.at(-1)?.event).toBe('order.accepted')
  expect(isAnswered).toBe(false)

  await move(guest, order, 'accepted')
  const { items } = await newsIn(await asking)
  expect(items.map(({ event, data }) => [event, data.order])).toEqual([
    ['order.accepted', order],
  ])
  await waiting(guest, 0)
})

test('asked again and again with the last id, it misses nothing and repeats nothing', async () => {
  const guest = await TestCaller.make()
  const order = await place(guest)
  const states = ['accepted', 'cooking', 'ready', 'collected', 'delivered']
  const heard: string[] = []
  const listen = async () => {
    let after = 0
    while (heard.length < 6) {
      const { items } = await newsIn(await ask(guest, order, after))
      heard.push(...items.map(({ data }) => data.status))
      after = items.at(-1)?.id ?? after
    }
  }
  const listening = listen()
  for (const status of states) await move(guest, order, status)
  await listening
  expect(heard).toEqual(['placed', ...states])
})

test('when its time is over and nothing has happened, it answers 204', async () => {
  const guest = await TestCaller.make()
  const order = await place(guest)
  const last = await lastOf(guest, order)
  const began = performance.now()
  const reply = await ask(guest, order, last, 1)
  expect(reply.status).toBe(204)
  expect(await reply.text()).toBe('')
  expect(performance.now() - began).toBeGreaterThan(990)
  await waiting(guest, 0)
})

test('somebody else’s order is answered like none at all, and nobody waits for it', async () => {
  const [guest, stranger] = [await TestCaller.make(), await TestCaller.make()]
  const order = await place(guest)
  const [theirs, none] = [
    await ask(stranger, order),
    await ask(stranger, 'ord_nothing'),
  ]
  expect([theirs.status, none.status]).toEqual([404, 404])
  expect((await problemIn(theirs)).title).toBe((await problemIn(none)).title)
  expect((await call(GET, { path: path(order) })).status).toBe(404)
  await waiting(stranger, 0)
})

test('those who wait share the places of the event streams, and no more can wait', async () => {
  const guest = await TestCaller.make()
  const order = await place(guest)
  const last = await lastOf(guest, order)
  const stream = await guest.call(followEvents, { path: '/api/events' })
  const asking = [ask(guest, order, last), ask(guest, order, last)]
  await waiting(guest, 3)

  const refused = await ask(guest, order, last)
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('5')
  expect((await problemIn(refused)).type).toContain('too-many-streams')

  await move(guest, order, 'accepted')
  for (const reply of await Promise.all(asking)) await newsIn(reply)
  await stream.body?.cancel()
  await waiting(guest, 0)
  expect((await ask(guest, order)).status).toBe(200)
})

test('a client that leaves frees its place', async () => {
  const guest = await TestCaller.make()
  const order = await place(guest)
  const last = await lastOf(guest, order)
  const leaving = new AbortController()
  const handler: Handler = GET
  const asking = handler(
    new Request(`http://127.0.0.1:3000${path(order, last)}`, {
      headers: { authorization: `Bearer ${guest.token}` },
      signal: leaving.signal,
    }),
  )
  await waiting(guest)
  leaving.abort()
  await waiting(guest, 0)
  expect((await asking).status).toBe(204)
})

test('a server that is told to stop lets those who wait go', async () => {
  const guest = await TestCaller.make()
  const order = await place(guest)
  const asking = ask(guest, order, await lastOf(guest, order))
  await waiting(guest)
  for (const close of globalThis.backOfHouseClosers ?? []) close()
  expect((await asking).status).toBe(204)
})

test('a question that makes no sense is refused, and says what is asked for', async () => {
  const guest = await TestCaller.make()
  const order = await place(guest)
  for (const query of [
    '',
    '?order=',
    `?order=${order}&wait=0`,
    `?order=${order}&wait=26`,
    `?order=${order}&after=-1`,
    `?order=${order}&after=x`,
    `?order=${order}&until=tomorrow`,
  ]) {
    const reply = await guest.call(GET, {
      path: `/api/labs/polling-or-push${query}`,
    })
    expect(reply.status, query).toBe(400)
    expect((await problemIn(reply)).type).toContain('malformed-request')
  }
})

test('whoever asks too often is told so, and when to come back', async () => {
  const guest = await TestCaller.make()
  const order = await place(guest)
  const statuses = new Set<number>()
  for (let asked = 0; asked < 41; asked++) {
    const reply = await ask(guest, order)
    statuses.add(reply.status)
    if (reply.status === 429)
      expect(reply.headers.get('retry-after')).toMatch(/^\d+$/)
  }
  expect(statuses).toEqual(new Set([200, 429]))
})

test('a request that waited is a trace, with the look at the log in it', async () => {
  const guest = await TestCaller.make()
  const order = await place(guest)
  const asking = ask(guest, order, await lastOf(guest, order))
  await waiting(guest)
  await move(guest, order, 'accepted')
  const reply = await asking
  const traceId = reply.headers.get('traceresponse')?.split('-')[1] ?? ''
  expect(reply.headers.get('server-timing')).toContain('wait-for-news')
  await spanStore().flush()
  const { rows } = await database.client.execute({
    sql: "select sum(size) as n from events where kind = 'spans' and trace_id = ?",
    args: [traceId],
  })
  // The door, its five steps, and what they asked of the database.
  expect(Number(rows[0]?.['n'])).toBeGreaterThan(10)
})

test('a stream of orders alone carries no spans, and goes on where it left off', async () => {
  const guest = await TestCaller.make()
  const first = await place(guest)
  await spanStore().flush()
  const stream = await guest.call(followEvents, {
    path: '/api/events?kind=order',
    headers: { 'last-event-id': '0' },
  })
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const until = async (word: string) => {
    while (!text.includes(word)) {
      const { done, value } = (await reader?.read()) ?? { done: true }
      if (done) throw new Error('The stream has ended')
      text += value
    }
  }
  await until(first)
  await move(guest, first, 'accepted')
  await until('order.accepted')
  const names = [...text.matchAll(/^event: (\S+)$/gm)].map(([, name]) => name)
  expect(names).toEqual(['order.placed', 'order.accepted'])
  await reader?.cancel()
  await waiting(guest, 0)

  const wrong = await guest.call(followEvents, { path: '/api/events?kind=x' })
  expect(wrong.status).toBe(400)
})
