import type { Client } from '@libsql/client'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Span } from '@/contracts/trace'
import {
  makeTestDatabase,
  makeTestSandbox,
  type TestDatabase,
} from '@/db/testing'
import { ownDatabase } from '@/server/sandbox/own-database'
import { readTrace } from './read-trace'
import { recordedFrom, startOf } from './recorded-span'
import { SpanStore } from './span-store'

const ceiling = 64 * 1024
vi.hoisted(() => {
  process.env['QUOTA_TRACE_BYTES'] = String(64 * 1024)
})

let database: TestDatabase
let sandboxId: string
let store: SpanStore
beforeAll(async () => {
  database = await makeTestDatabase()
})
beforeEach(async () => {
  sandboxId = await makeTestSandbox(database.db)
  store = new SpanStore(() => database.client)
})

const traceId = (n: number) => n.toString(16).padStart(32, 'a')
let made = 0
function spanOf(trace: string, more: Partial<Span> = {}): Span {
  made += 1
  return {
    traceId: trace,
    spanId: made.toString(16).padStart(16, '0'),
    parentSpanId: null,
    name: `span ${made}`,
    kind: 'internal',
    service: 'plateful',
    startTimeUnixNano: String(1_000_000 + made),
    endTimeUnixNano: String(2_000_000 + made),
    status: { code: 'unset' },
    attributes: {},
    events: [],
    ...more,
  }
}
const fat = (bytes: number) => ({ attributes: { k: 'x'.repeat(bytes) } })
const read = (trace: string) =>
  readTrace(ownDatabase(database.db, sandboxId), trace)
const keep = (span: Span) => store.add(sandboxId, span)

test('what does not fit any more is counted, span by span; what fits is kept', async () => {
  const trace = traceId(1)
  for (let at = 0; at < 500; at++) keep(spanOf(trace))
  await store.flush()
  expect(await read(trace)).toMatchObject({ truncated: false })
  expect(await read(trace)).not.toHaveProperty('spansLeftOut')

  for (let at = 0; at < 30; at++) keep(spanOf(trace))
  await store.flush()
  const cut = await read(trace)
  expect(cut?.spans.length).toBe(512)
  expect(cut).toMatchObject({ truncated: true, spansLeftOut: 18 })
})

test('of a batch of more than a mebibyte the first spans are kept', async () => {
  const trace = traceId(2)
  for (let at = 0; at < 12; at++) keep(spanOf(trace, fat(100_000)))
  await store.flush()
  const cut = await read(trace)
  expect(cut?.spans.length).toBe(10)
  expect(cut?.spansLeftOut).toBe(2)
})

test('another process that fills the trace meanwhile is noticed by the database', async () => {
  const trace = traceId(3)
  const other = new SpanStore(() => database.client)
  keep(spanOf(trace))
  await store.flush()
  for (let at = 0; at < 400; at++) other.add(sandboxId, spanOf(trace))
  await other.flush()
  for (let at = 0; at < 200; at++) keep(spanOf(trace))
  await store.flush()
  const cut = await read(trace)
  expect(cut?.spans.length).toBe(401)
  expect(cut?.spansLeftOut).toBe(200)
  keep(spanOf(trace))
  await store.flush()
  expect((await read(trace))?.spans.length).toBe(402)
})

test('a sandbox keeps so many bytes of traces: the oldest make room, the newest stays', async () => {
  const others = await makeTestSandbox(database.db)
  store.add(others, spanOf(traceId(10), fat(ceiling / 2)))
  for (let at = 10; at < 18; at++) {
    keep(spanOf(traceId(at), fat(ceiling / 4)))
    await store.flush()
    const now = Date.now()
    await vi.waitUntil(() => Date.now() > now)
  }
  const kept = await Promise.all(
    [10, 11, 12, 13, 14, 15, 16, 17].map(
      async (at) => (await read(traceId(at))) !== null,
    ),
  )
  expect(kept).toEqual([false, false, false, false, false, true, true, true])
  const { rows } = await database.client.execute({
    sql: 'select sum(bytes) as sum, count(*) as n from traces where sandbox_id = ?',
    args: [sandboxId],
  })
  expect(Number(rows[0]?.['sum'])).toBeLessThanOrEqual(ceiling)
  const left = await database.client.execute({
    sql: "select count(distinct trace_id) as n from events where sandbox_id = ? and kind = 'spans'",
    args: [sandboxId],
  })
  expect(left.rows[0]?.['n']).toBe(3)

  keep(spanOf(traceId(18), fat(2 * ceiling)))
  await store.flush()
  expect((await read(traceId(18)))?.spans.length).toBe(1)
  expect(await read(traceId(17))).toBeNull()
  expect(
    (await readTrace(ownDatabase(database.db, others), traceId(10)))?.spans
      .length,
  ).toBe(1)
})

test('spans that a database refused are counted on their trace, once it is stored', async () => {
  let isDown = true
  const broken = new SpanStore(() => {
    if (isDown) throw new Error('The database is down')
    return database.client
  })
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
  const trace = traceId(30)
  for (let at = 0; at < 3; at++) broken.add(sandboxId, spanOf(trace))
  await broken.flush()
  isDown = false
  broken.add(sandboxId, spanOf(trace))
  await broken.flush()
  complaints.mockRestore()
  const cut = await read(trace)
  expect(cut?.spans.length).toBe(1)
  expect(cut).toMatchObject({ truncated: true, spansLeftOut: 3 })
})

test('when a thousand traces wait, the spans of others are dropped, and counted', async () => {
  const late = traceId(999_999)
  for (let at = 0; at < 1_000; at++) keep(spanOf(traceId(100_000 + at)))
  keep(spanOf(late))
  keep(spanOf(late))
  await store.flush()
  expect(await read(late)).toBeNull()
  keep(spanOf(late))
  await store.flush()
  expect(await read(late)).toMatchObject({ truncated: true, spansLeftOut: 2 })
})

const statement = (text: string) => ({
  sql: { text, parameters: [], rowsReturned: 0, rowsAffected: null },
})

/** The database, and what was asked of it. */
function watched(asked: string[]): Client {
  return new Proxy(database.client, {
    get(client, name, self) {
      if (name !== 'execute')
        return Reflect.get(client, name, self).bind(client)
      return (sql: string) => {
        asked.push(sql)
        return client.execute(sql)
      }
    },
  })
}

test('a statement shows how the database finds its rows, and is asked about once', async () => {
  const asked: string[] = []
  const client = watched(asked)
  const planning = new SpanStore(() => client)
  const text =
    'select * from orders where sandbox_id = ? and id in (select order_id from order_lines where order_id = ?)'
  const trace = traceId(40)
  for (let at = 0; at < 3; at++) {
    planning.start(sandboxId, trace, startOf(recordedFrom(spanOf(trace))))
    for (const sql of [text, 'BEGIN', 'select nonsense from'])
      planning.end(
        sandboxId,
        trace,
        recordedFrom(spanOf(trace, statement(sql))),
      )
    await planning.flush()
  }
  expect(asked).toEqual([
    `explain query plan ${text}`,
    'explain query plan select nonsense from',
  ])
  const spans = (await read(trace))?.spans ?? []
  const plans = spans
    .filter(({ sql }) => sql?.text === text)
    .map(({ sql }) => sql?.plan)
  expect(plans.length).toBe(3)
  for (const plan of plans) {
    expect(plan?.[0]).toMatch(/^SEARCH orders USING INDEX /)
    expect(plan?.join('\n')).toMatch(/^ {2}\S/m)
  }
  for (const { sql } of spans)
    if (sql?.text !== text) expect(sql).not.toHaveProperty('plan')
})

test('a text that a caller sent is never asked about', async () => {
  const asked: string[] = []
  const client = watched(asked)
  const planning = new SpanStore(() => client)
  planning.add(sandboxId, spanOf(traceId(50), statement('select 1')))
  await planning.flush()
  expect(asked).toEqual([])
  expect((await read(traceId(50)))?.spans.length).toBe(1)
})
