import fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { POST as orderDoor } from '@/app/api/orders/route'
import { PATCH as moveDoor } from '@/app/api/orders/[id]/route'
import { deliverOutbox } from '@/app/api/outbox/deliver'
import { POST as kitchenDoor } from '@/app/api/webhooks/kitchen/route'
import { tablesAt } from '@/components/trace/tables'
import { traceIndex } from '@/components/trace/trace-index'
import { faultAttributes, faultRules, rivalSteps } from '@/contracts/faults'
import type { Row, Span } from '@/contracts/trace'
import { makeTestDatabase, type TestDatabase } from '@/db/testing'
import { env } from '@/env'
import { call, TestCaller } from '@/server/http/testing'
import { readTrace } from '../read-trace'
import { spanStore } from '../span-store'
import { idOf, WatchedDatabase, type Look, type Tables } from './testing'

vi.hoisted(() => {
  process.env['LIMIT_ORDERS_PER_MINUTE'] = '100000'
  process.env['LIMIT_REQUESTS_PER_MINUTE'] = '100000'
})

let database: TestDatabase
let watched: WatchedDatabase
let kitchen: Server
beforeAll(async () => {
  database = await makeTestDatabase()
  watched = new WatchedDatabase(database.client)
  globalThis.plateful = { client: watched.client }
  kitchen = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { host: _, ...headers } = request.headers as Record<string, string>
    const body = Buffer.concat(chunks).toString()
    const path = '/api/webhooks/kitchen'
    const reply = await call(kitchenDoor, {
      method: 'POST',
      path,
      headers,
      body,
    })
    response.writeHead(reply.status).end()
  })
  await new Promise<void>((done) => kitchen.listen(0, '127.0.0.1', done))
  const address = kitchen.address()
  if (address === null || typeof address === 'string') throw new Error()
  const mutable: { publicUrl: string } = env
  mutable.publicUrl = `http://127.0.0.1:${address.port}`
  // Injected failures are not the server's to complain about.
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterAll(() => new Promise((done) => kitchen.close(done)))

type Command =
  | {
      kind: 'place'
      dishes: string[]
      quantity: number
      /** Portions left of the last dish: with none the order fails midway. */
      left: number
      key: 'none' | 'new' | 'same'
      failAt: number | null
      isDelivered: boolean
      /** What the first request asks to go wrong with itself. */
      fault: string | null
      /** How often a client without a whole answer sends it, all in one trace. */
      tries: number
    }
  | { kind: 'move'; status: string; failAt: number | null }

const failAt = fc.option(fc.integer({ min: 1, max: 10 }), {
  nil: null,
  freq: 3,
})
const fault = fc.option(
  fc.constantFrom(
    'db-slow=2',
    'db-fail-midway=1',
    'db-fail-midway=4',
    'db-fail-midway=6',
    'sold-out=1',
    'restaurant-offline=1',
    'restaurant-offline=2',
    'drop-response=1',
    'session-expired=1',
  ),
  { nil: null, freq: 2 },
)
const dishes = ['miso-ramen', 'pork-dumplings', 'scallion-pancake']
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('place' as const),
      dishes: fc.subarray(dishes, { minLength: 1 }),
      quantity: fc.integer({ min: 1, max: 3 }),
      left: fc.integer({ min: 0, max: 6 }),
      key: fc.constantFrom('none' as const, 'new' as const, 'same' as const),
      failAt,
      isDelivered: fc.boolean(),
      fault,
      tries: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      status: fc.constantFrom('accepted', 'cooking', 'ready', 'cancelled'),
      failAt,
    }),
  },
)

class Guest {
  readonly orders: string[] = []
  #keys = 0
  constructor(readonly caller: TestCaller) {}

  async run(command: Command): Promise<Response> {
    watched.failAt = command.failAt
    const reply =
      command.kind === 'move'
        ? await this.#move(command.status)
        : await this.#place(command)
    watched.failAt = null
    const placed = reply.status === 201 ? await wholeOf(reply) : null
    if (placed) this.orders.push(JSON.parse(placed).id)
    if (command.kind === 'place' && command.isDelivered) await deliverOutbox()
    return reply
  }

  #move(status: string) {
    const id = this.orders.at(-1) ?? 'ord_none'
    const path = `/api/orders/${id}`
    const body = { status }
    return this.caller.call(moveDoor, {
      method: 'PATCH',
      path,
      params: { id },
      body,
    })
  }

  /**
   * As a good client does: it asks again with the same key, in the same trace.
   * Without a key it would order twice, and both orders’ messages could leave
   * by one statement, of which each errand shows its own row.
   */
  async #place(command: Command & { kind: 'place' }): Promise<Response> {
    if (command.key === 'new') this.#keys += 1
    const traceparent = `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`
    let reply = await this.#send(command, {
      traceparent,
      ...(command.fault ? { baggage: `fault.${command.fault}` } : {}),
    })
    const tries = command.key === 'none' ? 1 : command.tries
    for (let sent = 1; sent < tries; sent++) {
      if (reply.status < 500 && (await wholeOf(reply)) !== null) break
      reply = await this.#send(command, { traceparent })
    }
    return reply
  }

  #send(
    { dishes, quantity, key }: Command & { kind: 'place' },
    headers: Record<string, string>,
  ) {
    const value = `the-key-of-order-${this.caller.sandboxId}-${this.#keys}`
    if (key !== 'none') watched.secrets.add(value)
    return this.caller.call(orderDoor, {
      method: 'POST',
      path: '/api/orders',
      headers: {
        ...headers,
        ...(key === 'none' ? {} : { 'idempotency-key': value }),
      },
      body: {
        restaurant: 'lantern-noodle-house',
        lines: dishes.map((dish) => ({ dish, quantity })),
      },
    })
  }
}

/** A reply's body; null where the line was cut before its end. */
async function wholeOf(reply: Response): Promise<string | null> {
  return reply
    .clone()
    .text()
    .catch(() => null)
}

/** Straight into the file: no part of any trace. */
async function leave(portions: number, dish: string, sandboxId: string) {
  await database.client.execute({
    sql: 'update portions set left = ? where sandbox_id = ? and dish = ?',
    args: [portions, sandboxId, dish],
  })
}

async function spansOf(reply: Response): Promise<Span[]> {
  const traceId = reply.headers.get('traceresponse')?.split('-')[1] ?? ''
  await spanStore().flush()
  const trace = await readTrace(database.db, traceId)
  if (!trace) throw new Error('There is no such trace')
  return trace.spans
}

/** The changes of one statement, made to tables as they were before it. */
function change(tables: Tables, span: Span) {
  for (const { table, before, after } of span.sql?.changes ?? []) {
    const rows = (tables[table] ??= {})
    if (before) {
      expect([span.name, rows[idOf(table, before)]]).toEqual([
        span.name,
        before,
      ])
      delete rows[idOf(table, before)]
    }
    if (after) rows[idOf(table, after)] = after
  }
}

/** Folds the trace into the tables as they were, and compares at each step. */
function expectFold(spans: Span[], before: Tables, looks: Look[]) {
  const { rows } = traceIndex(spans)
  let tables = structuredClone(before)
  let saved = tables
  let next = 0
  rows.forEach(({ span }, at) => {
    if (!span.sql) return
    if (span.name === 'BEGIN') saved = structuredClone(tables)
    if (span.status.code !== 'error') change(tables, span)
    if (span.name === 'ROLLBACK') tables = saved
    if (span.status.code === 'error') return
    const { text } = span.sql
    const found = looks.findIndex(
      ({ texts }, i) => i >= next && texts.includes(text),
    )
    expect([text, found]).toEqual([text, expect.toSatisfy((i) => i >= next)])
    const { texts = [], tables: held = {} } = looks[found] ?? {}
    // Nobody could look before the last of those that came in one round trip.
    const isLast = text === texts.at(-1)
    next = isLast ? found + 1 : found
    if (!isLast) return
    expect([span.name, tables]).toEqual([span.name, held])
    expectShown(spans, at + 1, before, held)
  })
}

/** What the page shows at a step is what the database held, and all that changed. */
function expectShown(
  spans: Span[],
  step: number,
  before: Tables,
  held: Tables,
) {
  const shown = tablesAt(spans, step)
  for (const { name, rows } of shown) {
    if (!held[name]) continue
    for (const { after } of rows)
      if (after) expect(held[name][idOf(name, after)]).toMatchObject(after)
  }
  for (const [table, rows] of Object.entries(held))
    for (const [id, row] of Object.entries(rows)) {
      if (JSON.stringify(before[table]?.[id]) === JSON.stringify(row)) continue
      const found: (Row | null)[] =
        shown
          .find(({ name }) => name === table)
          ?.rows.map(({ after }) => after) ?? []
      expect(found).toContainEqual(row)
    }
}

/** A message that found the door closed is due again at a time of its own. */
async function forgetMessages(sandboxId: string) {
  await database.client.execute({
    sql: 'delete from outbox where sandbox_id = ?',
    args: [sandboxId],
  })
}

const seen = {
  rolledBack: 0,
  committed: 0,
  delivered: 0,
  repeated: 0,
  askedAgain: 0,
  tooLate: 0,
}
const suffered = new Set<unknown>()
const sure = {
  kind: 'place' as const,
  dishes,
  quantity: 2,
  left: 6,
  key: 'new' as const,
  failAt: null,
  isDelivered: true,
  fault: null,
  tries: 1,
}
const examples: [Command[]][] = [
  [[sure, { ...sure, key: 'same' }]],
  [[sure, { ...sure, left: 1 }]],
  [
    [
      { ...sure, fault: 'drop-response=1', tries: 2 },
      { ...sure, fault: 'db-fail-midway=4', tries: 2 },
    ],
  ],
  [
    [
      { ...sure, fault: 'sold-out=1' },
      { ...sure, fault: 'restaurant-offline=1' },
      { ...sure, fault: 'session-expired=1' },
      { ...sure, fault: 'db-slow=2' },
    ],
  ],
  [
    [
      sure,
      { ...sure, failAt: 6 },
      { kind: 'move', status: 'accepted', failAt: 2 },
    ],
  ],
]

/** Over HTTP, every look into the database is a round trip. */
const timeout = 120_000
test(
  'the changes of a trace, folded, are the tables after each of its steps',
  { timeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(command, { minLength: 2, maxLength: 5 }),
        async (commands) => {
          const guest = new Guest(await TestCaller.make())
          watched.sandboxId = guest.caller.sandboxId
          watched.secrets.clear()
          watched.secrets.add(guest.caller.token)
          for (const command of commands) {
            if (command.kind === 'place')
              await leave(
                command.left,
                command.dishes.at(-1) ?? '',
                watched.sandboxId,
              )
            const before = await watched.tables(database.client)
            watched.looks.length = 0
            const reply = await guest.run(command)
            const looks = [...watched.looks]
            const spans = await spansOf(reply)
            expectFold(spans, before, looks)
            // What is still due belongs to this trace, and not to the next one.
            await deliverOutbox()
            await forgetMessages(watched.sandboxId)
            const doors = spans.filter(
              ({ name }) => name === 'POST /api/orders',
            )
            if (doors.length > 1) seen.askedAgain += 1
            for (const { attributes } of spans)
              suffered.add(attributes[faultAttributes.name])
            const names = new Set(spans.map(({ name }) => name))
            if (names.has(rivalSteps.take)) seen.tooLate += 1
            if (names.has('ROLLBACK')) seen.rolledBack += 1
            if (names.has('COMMIT')) seen.committed += 1
            if (names.has('INSERT tickets')) seen.delivered += 1
            if (reply.headers.has('idempotency-replayed')) seen.repeated += 1
          }
        },
      ),
      { numRuns: 15, examples },
    )
    // Each of them happened, or the property has said little.
    expect(Object.values(seen).every((times) => times > 0)).toBe(true)
    // No order asks for the weather.
    const names = Object.keys(faultRules).filter(
      (one) => one !== 'weather-down',
    )
    for (const name of names) expect(suffered).toContain(name)
  },
)

const twin = fc.record({
  key: fc.constantFrom('none' as const, 'same' as const),
  fault: fc.constantFrom(null, 'db-slow=1', 'db-slow=4', 'db-fail-midway=4'),
})

test(
  'twins at the same moment, in one trace: at its end the page shows what is there',
  { timeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(twin, { minLength: 2, maxLength: 4 }),
        async (twins) => {
          const caller = await TestCaller.make()
          watched.sandboxId = caller.sandboxId
          watched.secrets.clear()
          const key = `the-key-of-twins-${caller.sandboxId}`
          for (const secret of [caller.token, key]) watched.secrets.add(secret)
          const trace = randomBytes(16).toString('hex')
          const before = await watched.tables(database.client)
          const replies = await Promise.all(
            twins.map((twin) =>
              caller.call(orderDoor, {
                method: 'POST',
                path: '/api/orders',
                headers: {
                  traceparent: `00-${trace}-${randomBytes(8).toString('hex')}-01`,
                  ...(twin.key === 'same' ? { 'idempotency-key': key } : {}),
                  ...(twin.fault ? { baggage: `fault.${twin.fault}` } : {}),
                },
                body: {
                  restaurant: 'lantern-noodle-house',
                  lines: [{ dish: 'miso-ramen', quantity: 1 }],
                },
              }),
            ),
          )
          await deliverOutbox()
          const spans = await spansOf(replies[0] ?? new Response())
          const held = await watched.tables(database.client)
          expectShown(spans, traceIndex(spans).rows.length, before, held)
          // However many came with the key, there is one order of it.
          const ids = await Promise.all(
            replies.map(async (reply, at) =>
              reply.status === 201 && twins[at]?.key === 'same'
                ? JSON.parse(await reply.text()).id
                : null,
            ),
          )
          expect(new Set(ids.filter((id) => id)).size).toBeLessThanOrEqual(1)
        },
      ),
      { numRuns: 12 },
    )
  },
)
