import fc from 'fast-check'
import { beforeAll, expect, it, vi } from 'vitest'
import { POST as orderDoor } from '@/app/api/orders/route'
import { PATCH as moveDoor } from '@/app/api/orders/[id]/route'
import type { Row, Span } from '@/contracts/trace'
import type { TestDatabase } from '@/db/testing'
import { startTestBackend, TestCaller } from '@/server/http/testing'
import { readTrace } from '@/tracing/read-trace'
import { spanStore } from '@/tracing/span-store'
import { tablesAt } from './tables'
import { transactionsOf } from './transactions'

vi.hoisted(() => {
  process.env['LIMIT_ORDERS_PER_MINUTE'] = '100000'
  process.env['LIMIT_REQUESTS_PER_MINUTE'] = '100000'
})

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

/** Tables that nothing but the request itself writes to. */
const tables = ['orders', 'order_lines', 'portions', 'rate_limits']

async function rowsOf(table: string, sandboxId: string): Promise<Row[]> {
  const { rows } = await database.client.execute({
    sql: `select * from ${table} where sandbox_id = ?`,
    args: [sandboxId],
  })
  return rows.map((row) => ({ ...row }) as Row)
}

async function snapshot(sandboxId: string): Promise<Record<string, Row[]>> {
  const entries = tables.map(
    async (table) => [table, await rowsOf(table, sandboxId)] as const,
  )
  return Object.fromEntries(await Promise.all(entries))
}

async function spansOf(reply: Response): Promise<Span[]> {
  const traceId = reply.headers.get('traceresponse')?.split('-')[1] ?? ''
  await spanStore().flush()
  const trace = await readTrace(database.db, traceId)
  if (!trace) throw new Error('There is no such trace')
  return trace.spans
}

/** What the trace says of a step is what the database held. */
function expectTables(
  spans: readonly Span[],
  step: number,
  held: Record<string, Row[]>,
) {
  for (const { name, key, rows } of tablesAt(spans, step)) {
    const inDatabase = held[name]
    if (!inDatabase || key.length === 0) continue
    const idOf = (row: Row) => key.map((column) => row[column]).join()
    const known = new Map(inDatabase.map((row) => [idOf(row), row]))
    for (const { after } of rows)
      if (after) expect(known.get(idOf(after))).toMatchObject(after)
  }
}

/** Every row that became another is one the trace tells about. */
function expectNothingMissed(
  spans: readonly Span[],
  before: Record<string, Row[]>,
  after: Record<string, Row[]>,
) {
  const told = new Map(
    tablesAt(spans, spans.length).map(({ name, rows }) => [
      name,
      new Set(rows.map((row) => JSON.stringify(row.after))),
    ]),
  )
  for (const table of tables) {
    const was = new Set(before[table]?.map((row) => JSON.stringify(row)))
    const changed = after[table]
      ?.map((row) => JSON.stringify(row))
      .filter((row) => !was.has(row))
    for (const row of changed ?? []) expect(told.get(table)).toContain(row)
  }
}

type Command =
  | { kind: 'place'; quantity: number; portions: number }
  | { kind: 'move'; status: string }

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    kind: fc.constant('place' as const),
    quantity: fc.integer({ min: 1, max: 3 }),
    portions: fc.integer({ min: 0, max: 4 }),
  }),
  fc.record({
    kind: fc.constant('move' as const),
    status: fc.constantFrom('accepted', 'cooking', 'ready', 'cancelled'),
  }),
)

/** The last portions are few, so that some orders are taken back midway. */
async function leave(portions: number, sandboxId: string) {
  await database.client.execute({
    sql: "update portions set left = ? where sandbox_id = ? and dish = 'pork-dumplings'",
    args: [portions, sandboxId],
  })
}

async function run(guest: TestCaller, command: Command, orders: string[]) {
  if (command.kind === 'move') {
    return guest.call(moveDoor, {
      method: 'PATCH',
      params: { id: orders.at(-1) ?? 'ord_none' },
      body: { status: command.status },
    })
  }
  const lines = [
    { dish: 'miso-ramen', quantity: command.quantity },
    { dish: 'pork-dumplings', quantity: 2 },
  ]
  return guest.call(orderDoor, {
    method: 'POST',
    path: '/api/orders',
    body: { restaurant: 'lantern-noodle-house', lines },
  })
}

const outcomes = new Set<string>()
const takenBack: Command[] = [
  { kind: 'place', quantity: 1, portions: 4 },
  { kind: 'place', quantity: 1, portions: 0 },
]

it('the tables of a trace are those of the database, whatever was asked', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { minLength: 2, maxLength: 5 }),
      async (commands) => {
        const guest = await TestCaller.make()
        const orders: string[] = []
        for (const command of commands) {
          if (command.kind === 'place') {
            await leave(command.portions, guest.sandboxId)
          }
          const before = await snapshot(guest.sandboxId)
          const reply = await run(guest, command, orders)
          const after = await snapshot(guest.sandboxId)
          if (reply.status === 201) orders.push((await reply.json()).id)
          const spans = await spansOf(reply)
          for (const { outcome } of transactionsOf(spans).values())
            outcomes.add(outcome)
          expectTables(spans, 0, before)
          expectTables(spans, spans.length, after)
          expectTables(spans, spans.length + 9, after)
          expectNothingMissed(spans, before, after)
        }
      },
    ),
    { numRuns: 12, examples: [[takenBack]] },
  )
  // Both ways were taken, or the property has said little.
  expect(outcomes).toEqual(new Set(['committed', 'taken back']))
})
