import { createParser } from 'eventsource-parser'
import fc from 'fast-check'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { OrderEvent } from '@/contracts/events'
import { Problem } from '@/contracts/problem'
import { Span, SpanStart } from '@/contracts/trace'
import type { TestDatabase } from '@/db/testing'
import { eventTail } from '@/server/http/event-tail'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import { spanStore } from '@/tracing/span-store'
import { PATCH } from '../orders/[id]/route'
import { POST } from '../orders/route'
import { DELETE as startOver } from '../sandboxes/current/route'
import { GET } from './route'

vi.hoisted(() => {
  process.env['LIMIT_ORDERS_PER_MINUTE'] = '100000'
  process.env['LIMIT_REQUESTS_PER_MINUTE'] = '100000'
  process.env['LIMIT_SANDBOXES_PER_MINUTE'] = '100000'
  process.env['QUOTA_STREAMS'] = '4'
})

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
}
const place = async (guest: TestCaller) => {
  const reply = await guest.call(POST, {
    method: 'POST',
    path: '/api/orders',
    body: wish,
  })
  expect(reply.status).toBe(201)
  return (await reply.json()).id as string
}

type Event = { id: number; event: string; data: unknown }

/** A client that reads one stream, and keeps what came. */
class Follower {
  readonly events: Event[] = []
  text = ''
  lastId = ''
  isOver = false
  #waiting: (() => void)[] = []
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader()
    void this.#read()
  }

  async #read() {
    const decoder = new TextDecoder()
    const parser = createParser({
      onEvent: ({ id = '', event = '', data }) =>
        this.events.push({ id: Number(id), event, data: JSON.parse(data) }),
    })
    for (;;) {
      const { done, value } = await this.#reader.read()
      if (done) break
      const text = decoder.decode(value, { stream: true })
      this.text += text
      parser.feed(text)
      for (const [, id = ''] of text.matchAll(/^id: (\d+)$/gm)) this.lastId = id
      for (const wake of this.#waiting.splice(0)) wake()
    }
    this.isOver = true
    for (const wake of this.#waiting.splice(0)) wake()
  }

  /** Waits for a condition, looked at whenever something has come. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      if (this.isOver) throw new Error('The stream has ended')
      await new Promise<void>((wake) => this.#waiting.push(wake))
    }
  }

  get names() {
    return this.events.map(({ event }) => event)
  }
  get orderNames() {
    return this.names.filter((name) => name.startsWith('order.'))
  }

  cut() {
    return this.#reader.cancel()
  }
}

const open: Follower[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((follower) => follower.cut()))
  expect(eventTail().streams).toBe(0)
})

async function follow(guest: TestCaller | null, lastEventId?: string) {
  const headers: Record<string, string> =
    lastEventId === undefined ? {} : { 'last-event-id': lastEventId }
  const options = { path: '/api/events', headers }
  const reply = await (guest ? guest.call(GET, options) : call(GET, options))
  expect(reply.status).toBe(200)
  if (!reply.body) throw new Error('no body')
  const follower = new Follower(reply.body)
  open.push(follower)
  await follower.until(() => follower.lastId !== '')
  return follower
}

test('a stream says what it is, how soon to come back, and where it begins', async () => {
  const guest = await TestCaller.make()
  const reply = await guest.call(GET, { path: '/api/events' })
  expect(reply.headers.get('content-type')).toBe(
    'text/event-stream; charset=utf-8',
  )
  expect(reply.headers.get('cache-control')).toContain('no-cache')
  await reply.body?.cancel()
  const follower = await follow(guest)
  expect(follower.text).toMatch(/^retry: \d+\nid: \d+\n\n$/)
  expect(follower.events).toEqual([])
})

test('an order’s whole life arrives, in order, in the contract’s shape, each line ending in LF', async () => {
  const guest = await TestCaller.make()
  const follower = await follow(guest)
  const id = await place(guest)
  const states = ['accepted', 'cooking', 'ready', 'collected', 'delivered']
  for (const status of states)
    await guest.call(PATCH, {
      method: 'PATCH',
      params: { id },
      body: { status },
    })
  await follower.until(() => follower.orderNames.length === 6)
  expect(follower.orderNames).toEqual(
    ['placed', ...states].map((state) => `order.${state}`),
  )
  for (const { event, data } of follower.events)
    if (event.startsWith('order.')) {
      const happening = OrderEvent.parse(data)
      expect([happening.order, `order.${happening.status}`]).toEqual([
        id,
        event,
      ])
      expect(happening.traceId).toMatch(/^[0-9a-f]{32}$/)
    }
  expect(follower.text).not.toContain('\r')
})

test('the spans of a request arrive as they begin and end, in the contract’s shape', async () => {
  const guest = await TestCaller.make()
  const follower = await follow(guest)
  await place(guest)
  const ends = (follower: Follower) =>
    follower.events.filter(({ event }) => event === 'span.ended')
  await follower.until(() =>
    ends(follower).some(
      ({ data }) => Span.parse(data).name === 'POST /api/orders',
    ),
  )
  const begun = follower.events.filter(({ event }) => event === 'span.started')
  const startedIds = begun.map(({ data }) => SpanStart.parse(data).spanId)
  const endedIds = ends(follower).map(({ data }) => Span.parse(data).spanId)
  expect(new Set(endedIds).size).toBe(endedIds.length)
  expect(startedIds.sort()).toEqual(endedIds.sort())
})

test('a resumed stream gets what it missed, and without Last-Event-ID it starts now', async () => {
  const guest = await TestCaller.make()
  const first = await follow(guest)
  await first.cut()
  await place(guest)
  const resumed = await follow(guest, first.lastId)
  await resumed.until(() => resumed.orderNames.length === 1)
  const fresh = await follow(guest)
  await place(guest)
  await fresh.until(() => fresh.orderNames.length === 1)
  await resumed.until(() => resumed.orderNames.length === 2)
  expect(fresh.orderNames).toEqual(['order.placed'])
})

test.each(['', 'x', '-1', '1.5', '0x10', '1e3', '99999999999', ' '])(
  'the Last-Event-ID %j was never given out: the stream starts now',
  async (last) => {
    const guest = await TestCaller.make()
    await place(guest)
    await spanStore().flush()
    const newest = await eventTail().newest()
    const follower = await follow(guest, last)
    expect(Number(follower.lastId)).toBe(newest)
    expect(follower.events).toEqual([])
  },
)

test('from the middle of a batch of spans, a stream goes on with the next one', async () => {
  const guest = await TestCaller.make()
  // Where the stream stood before: it moves on as soon as something happens.
  const { lastId } = await follow(guest)
  for (let i = 0; i < 3; i++) await place(guest)
  await spanStore().flush()
  const whole = await follow(guest, lastId)
  const newest = await eventTail().newest()
  await whole.until(() => whole.events.at(-1)?.id === newest)
  const all = whole.events
  expect(all.length).toBeGreaterThan(100)
  expect(all.map(({ id }) => id)).toEqual(
    [...new Set(all.map(({ id }) => id))].sort((a, b) => a - b),
  )
  for (const [at, { id }] of all.entries()) {
    if (at === all.length - 1) break
    const rest = await follow(guest, String(id))
    await rest.until(() => rest.events.at(-1)?.id === newest)
    expect(rest.events).toEqual(all.slice(at + 1))
    await rest.cut()
  }
})

test('across any cuts nothing is missed and nothing comes twice, while others order too', async () => {
  const happening = fc.constantFrom(
    'order',
    'move',
    'stranger',
    'cut',
    'cut and resume late',
    'wait',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 5, maxLength: 25 }),
      async (script) => {
        const [guest, stranger] = [
          await TestCaller.make(),
          await TestCaller.make(),
        ]
        const theirs = await follow(stranger)
        let follower = await follow(guest)
        const start = follower.lastId
        const seen: Event[] = []
        const orders: string[] = []
        const leave = async () => {
          await follower.cut()
          seen.push(...follower.events)
        }
        for (const what of script) {
          if (what === 'order') orders.push(await place(guest))
          if (what === 'stranger') await place(stranger)
          const id = orders.pop()
          if (what === 'move' && id)
            await guest.call(PATCH, {
              method: 'PATCH',
              params: { id },
              body: { status: 'accepted' },
            })
          if (what === 'wait') {
            const count = follower.events.length
            const newest = await newestOf(guest)
            if (newest > Number(follower.lastId))
              await follower.until(() => follower.events.length > count)
          }
          if (what === 'cut') {
            await leave()
            follower = await follow(guest, follower.lastId)
          }
          if (what === 'cut and resume late') {
            await leave()
            await place(guest)
            follower = await follow(guest, follower.lastId)
          }
        }
        await spanStore().flush()
        const newest = await newestOf(guest)
        if (newest > Number(start)) {
          await follower.until(() => Number(follower.lastId) === newest)
          const whole = await follow(guest, start)
          await whole.until(() => Number(whole.lastId) === newest)
          await leave()
          expect(seen).toEqual(whole.events)
          await whole.cut()
        } else await leave()
        const mine = await idsOf(guest)
        for (const { id } of theirs.events) expect(mine.has(id)).toBe(false)
        await theirs.cut()
      },
    ),
    { numRuns: 25 },
  )
})

async function rowsOf(guest: TestCaller) {
  const { rows } = await database.client.execute({
    sql: 'select id, size from events where sandbox_id = ? order by id',
    args: [guest.sandboxId],
  })
  return rows.map((row) => ({
    id: Number(row['id']),
    size: Number(row['size']),
  }))
}
const newestOf = async (guest: TestCaller) =>
  (await rowsOf(guest)).at(-1)?.id ?? 0
const idsOf = async (guest: TestCaller) =>
  new Set(
    (await rowsOf(guest)).flatMap(({ id, size }) =>
      Array.from({ length: size }, (_, at) => id - at),
    ),
  )

test('what another process wrote is found without being told', async () => {
  const guest = await TestCaller.make()
  const follower = await follow(guest)
  await database.client.execute({
    sql: `insert into events (sandbox_id, kind, data, created_at) values (?, 'order.placed', '{"order":"ord_1"}', 1)`,
    args: [guest.sandboxId],
  })
  await follower.until(() => follower.events.length === 1)
  expect(follower.events[0]).toMatchObject({
    event: 'order.placed',
    data: { order: 'ord_1' },
  })
})

test('a reader with no sandbox gets a stream in which nothing happens', async () => {
  const guest = await TestCaller.make()
  const follower = await follow(null)
  const control = await follow(guest)
  await place(guest)
  await control.until(() => control.events.length > 0)
  expect(follower.events).toEqual([])
})

test('a sandbox may keep so many streams open, also when all are opened at once', async () => {
  const guest = await TestCaller.make()
  const replies = await Promise.all(
    Array.from({ length: 12 }, () => guest.call(GET)),
  )
  const refused = replies.filter((reply) => reply.status === 429)
  expect(refused.length).toBe(8)
  expect(Problem.parse(await refused[0]?.json()).type).toMatch(
    /too-many-streams$/,
  )
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  const other = await TestCaller.make()
  await follow(other)
  for (const reply of replies)
    if (reply.status === 200) await reply.body?.cancel()
  await follow(guest)
})

test('a stream that is left before it began holds no place', async () => {
  const guest = await TestCaller.make()
  for (let i = 0; i < 10; i++) {
    const reply = await guest.call(GET)
    expect(reply.status).toBe(200)
    await reply.body?.cancel()
  }
  await follow(guest)
})

test('a stream whose request is aborted holds no place', async () => {
  const guest = await TestCaller.make()
  for (let i = 0; i < 10; i++) {
    const controller = new AbortController()
    const headers = { authorization: `Bearer ${guest.token}` }
    const reply = await GET(
      new Request('http://127.0.0.1:3000/api/events', {
        headers,
        signal: controller.signal,
      }),
    )
    expect(reply.status).toBe(200)
    controller.abort()
  }
  expect(eventTail().streamsOf(guest.sandboxId)).toBe(0)
})

/** Twelve events of 100 kB, all at once. */
async function burst(guest: TestCaller) {
  const data = JSON.stringify({ order: 'x'.repeat(100_000) })
  const sql = `insert into events (sandbox_id, kind, data, created_at) values (?, 'order.placed', ?, 1)`
  await database.client.batch(
    Array.from({ length: 12 }, () => ({ sql, args: [guest.sandboxId, data] })),
    'write',
  )
  eventTail().wake()
}

test('more at once than a stream holds unread comes all the same, in one stream', async () => {
  const guest = await TestCaller.make()
  const reader = await follow(guest)
  await burst(guest)
  await reader.until(() => reader.events.length === 12)
  await place(guest)
  await reader.until(() => reader.orderNames.length === 13)
  const ids = reader.events.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
  expect(reader.isOver).toBe(false)
})

test('a reader who pauses misses nothing, and one who never goes on is let go', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const guest = await TestCaller.make()
    const reply = await guest.call(GET)
    const stuck = await guest.call(GET)
    const brisk = await follow(guest)
    for (let times = 1; times <= 3; times++) {
      await burst(guest)
      await brisk.until(() => brisk.events.length === 12 * times)
    }
    expect(eventTail().streamsOf(guest.sandboxId)).toBe(3)
    if (!reply.body) throw new Error('no body')
    const paused = new Follower(reply.body)
    open.push(paused)
    await paused.until(() => paused.events.length === 36)

    await vi.advanceTimersByTimeAsync(120_000)
    expect(eventTail().streamsOf(guest.sandboxId)).toBe(2)
    await place(guest)
    await paused.until(() => paused.orderNames.length === 37)
    await stuck.body?.cancel()
  } finally {
    vi.useRealTimers()
  }
})

test('however much was missed, it comes in one stream, as fast as it is read', async () => {
  const guest = await TestCaller.make()
  const start = await follow(guest)
  await start.cut()
  for (let at = 0; at < 40; at++)
    await database.client.execute({
      sql: `insert into events (sandbox_id, kind, data, created_at) values (?, 'order.placed', ?, 1)`,
      args: [
        guest.sandboxId,
        JSON.stringify({ order: `${at} ${'x'.repeat(100_000)}` }),
      ],
    })
  const resumed = await follow(guest, start.lastId)
  await resumed.until(() => resumed.events.length === 40)
  await place(guest)
  await resumed.until(() => resumed.orderNames.length === 41)
  expect(resumed.isOver).toBe(false)

  // One who does not read meanwhile costs a row, not all of it.
  const headers = { 'last-event-id': start.lastId }
  const reply = await guest.call(GET, { headers })
  await place(guest)
  await resumed.until(() => resumed.orderNames.length === 42)
  expect(eventTail().streamsOf(guest.sandboxId)).toBe(2)
  await reply.body?.cancel()
  expect(eventTail().streamsOf(guest.sandboxId)).toBe(1)
})

test('a stream ends when the server stops', async () => {
  const guest = await TestCaller.make()
  const follower = await follow(guest)
  eventTail().closeAll()
  await expect(follower.until(() => false)).rejects.toThrow('ended')
  const later = await follow(guest, follower.lastId)
  await place(guest)
  await later.until(() => later.orderNames.length === 1)
})

test('starting over does not set the ids back', async () => {
  const guest = await TestCaller.make()
  await place(guest)
  await spanStore().flush()
  const before = await eventTail().newest()
  await guest.call(startOver, { method: 'DELETE' })
  const follower = await follow(guest)
  expect(Number(follower.lastId)).toBeGreaterThanOrEqual(before)
  await place(guest)
  await follower.until(() => follower.events.length > 0)
  expect(follower.events[0]?.id).toBeGreaterThan(before)
})

test('starting over is told to everybody who follows, also to who was away meanwhile', async () => {
  const guest = await TestCaller.make()
  const away = await follow(guest)
  await place(guest)
  await away.until(() => away.orderNames.length === 1)
  await spanStore().flush()
  const looking = await follow(guest)
  await guest.call(startOver, { method: 'DELETE' })
  const back = await follow(guest, away.lastId)
  for (const follower of [looking, back]) {
    await follower.until(() =>
      follower.events.some(({ event }) => event === 'sandbox.emptied'),
    )
  }
})

test('a bad token opens no stream', async () => {
  const reply = await call(GET, { headers: { authorization: 'Bearer x' } })
  expect(reply.status).toBe(401)
})
