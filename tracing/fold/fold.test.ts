import fc from 'fast-check'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { POST as orderDoor } from '@/app/api/orders/route'
import { PATCH as moveDoor } from '@/app/api/orders/[id]/route'
import { deliverOutbox } from '@/app/api/outbox/deliver'
import { POST as kitchenDoor } from '@/app/api/webhooks/kitchen/route'
import { tablesAt } from '@/components/trace/tables'
import { traceIndex } from '@/components/trace/trace-index'
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
    }
  | { kind: 'move'; status: string; failAt: number | null }

const failAt = fc.option(fc.integer({ min: 1, max: 10 }), {
  nil: null,
  freq: 3,
})
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
    if (reply.status === 201) this.orders.push((await reply.clone().json()).id)
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

  #place({ dishes, quantity, key }: Command & { kind: 'place' }) {
    if (key === 'new') this.#keys += 1
    const value = `the-key-of-order-${this.caller.sandboxId}-${this.#keys}`
    if (key !== 'none') watched.secrets.add(value)
    return this.caller.call(orderDoor, {
      method: 'POST',
      path: '/api/orders',
      headers: key === 'none' ? {} : { 'idempotency-key': value },
      body: {
        restaurant: 'lantern-noodle-house',
        lines: dishes.map((dish) => ({ dish, quantity })),
      },
    })
  }
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
    const found = looks.findIndex((look, i) => i >= next && look.text === text)
    expect([text, found]).toEqual([text, expect.toSatisfy((i) => i >= next)])
    next = found + 1
    const held = looks[found]?.tables ?? {}
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

const seen = { rolledBack: 0, committed: 0, delivered: 0, repeated: 0 }
const sure = {
  kind: 'place' as const,
  dishes,
  quantity: 2,
  left: 6,
  key: 'new' as const,
  failAt: null,
  isDelivered: true,
}
const examples: [Command[]][] = [
  [[sure, { ...sure, key: 'same' }]],
  [[sure, { ...sure, left: 1 }]],
  [
    [
      sure,
      { ...sure, failAt: 6 },
      { kind: 'move', status: 'accepted', failAt: 2 },
    ],
  ],
]

test('the changes of a trace, folded, are the tables after each of its steps', async () => {
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
          const names = new Set(spans.map(({ name }) => name))
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
})
