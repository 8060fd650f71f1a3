import { beforeAll, expect, test, vi } from 'vitest'
import { POST as orderDoor } from '@/app/api/orders/route'
import { PATCH } from '@/app/api/orders/[id]/route'
import { deliverOutbox } from '@/app/api/outbox/deliver'
import { openClient } from '@/db/client'
import { recorded, setRowTriggers } from '@/db/row-changes'
import type { RowChange, Span } from '@/contracts/trace'
import { makeTestDatabase, type TestDatabase } from '@/db/testing'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import { houseDatabase } from '@/server/http/visit'
import { startOver, sweepSandboxes } from '@/server/sandbox/sandboxes'
import { readTrace } from './read-trace'
import { spanStore } from './span-store'

vi.hoisted(() => {
  process.env['LIMIT_ORDERS_PER_MINUTE'] = '100000'
  process.env['LIMIT_REQUESTS_PER_MINUTE'] = '100000'
})

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

const wish = (quantity = 1, dish = 'miso-ramen') => ({
  restaurant: 'lantern-noodle-house',
  lines: [
    { dish, quantity },
    { dish: 'pork-dumplings', quantity: 2 },
  ],
})
const place = (guest: TestCaller, body: unknown = wish(), headers = {}) =>
  guest.call(orderDoor, { method: 'POST', path: '/api/orders', body, headers })

async function spansOf(reply: Response): Promise<Span[]> {
  const traceId = reply.headers.get('traceresponse')?.split('-')[1] ?? ''
  await spanStore().flush()
  const trace = await readTrace(database.db, traceId)
  if (!trace) throw new Error('There is no such trace')
  return trace.spans
}
const changesOf = (spans: Span[], name: string): RowChange[] =>
  spans
    .filter((span) => span.name === name)
    .flatMap((span) => span.sql?.changes ?? [])

/** A file is noted in its connection's memory, a remote database in a table. */
const isFile = () => database.client.protocol === 'file'
const notes = async () => {
  const table = isFile() ? 'temp.notes' : 'row_changes'
  const { rows } = await database.client.execute(
    `select count(*) as n from ${table}`,
  )
  return Number(rows[0]?.['n'])
}

async function rowsOf(table: string, sandboxId: string) {
  const { rows } = await database.client.execute({
    sql: `select * from ${table} where ${recorded.get(table)?.sandbox} = ?`,
    args: [sandboxId],
  })
  return rows.map((row) => ({ ...row }))
}

test('every table is recorded, or has a reason not to be', async () => {
  const { rows } = await database.client.execute(
    `select name from sqlite_schema where type = 'table'
       and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'`,
  )
  const unrecorded = rows
    .map((row) => String(row['name']))
    .filter((name) => !recorded.has(name))
  // Spans and what they share, the database about itself, addresses, notes,
  // who may come in, and keys: no trace is taken of that.
  expect(unrecorded.sort()).toEqual([
    'arrivals',
    'code_regions',
    'facts',
    'invitations',
    'members',
    'passwords',
    'progress',
    'row_changes',
    'shared_traces',
    'signing_keys',
    'span_templates',
    'traces',
  ])
})

test('a change holds every column of its table', async () => {
  await place(await TestCaller.make())
  const schema = isFile() ? 'sqlite_temp_schema' : 'sqlite_schema'
  for (const [table, { key, columns: noted }] of recorded) {
    const columns = await database.client.execute(
      `select name, pk, type from pragma_table_info('${table}') order by cid`,
    )
    const { rows } = await database.client.execute(
      `select sql from ${schema} where name = 'note_update_of_${table}'`,
    )
    expect(noted).toEqual(columns.rows.map(({ name }) => name))
    const listed = columns.rows
      .map(({ name, type }) =>
        type === 'BLOB'
          ? `iif(new."${name}" is null, null, format('(%d bytes)', length(new."${name}")))`
          : `new."${name}"`,
      )
      .join(', ')
    expect(rows[0]?.['sql']).toContain(`json_array(${listed})`)
    const keys = columns.rows.filter((column) => Number(column['pk']) > 0)
    expect(key).toEqual(
      keys
        .sort((a, b) => Number(a['pk']) - Number(b['pk']))
        .map(({ name }) => name),
    )
  }
})

test('the rows of an order are those that the database then holds', async () => {
  const guest = await TestCaller.make()
  const reply = await place(guest, wish(), { 'idempotency-key': 'rows-1' })
  const { id } = await reply.json()
  const spans = await spansOf(reply)

  const [order] = changesOf(spans, 'INSERT orders')
  const [stored] = await rowsOf('orders', guest.sandboxId)
  expect(order).toEqual({
    table: 'orders',
    key: ['id'],
    before: null,
    after: stored,
  })
  expect(Object.keys(order?.after ?? {})).toEqual(Object.keys(stored ?? {}))
  expect(
    changesOf(spans, 'INSERT order_lines')
      .filter(({ table }) => table === 'order_lines')
      .map(({ after }) => after),
  ).toEqual(await rowsOf('order_lines', guest.sandboxId))
  const [message] = changesOf(spans, 'INSERT outbox')
  expect(message?.after).toMatchObject({ order_id: id, attempts: 0 })
  expect(message?.after?.['delivered_at']).toBeNull()
})

test('what a trigger counts down is among the changes of the statement', async () => {
  const guest = await TestCaller.make()
  const spans = await spansOf(await place(guest))
  const changes = changesOf(spans, 'INSERT orders')
  expect(changes.map(({ table }) => table)).toEqual(['orders', 'sandboxes'])
  const { before, after } = changes[1] ?? {}
  expect(after?.['orders_left']).toBe(Number(before?.['orders_left']) - 1)
  expect(after?.['rows_left']).toBe(Number(before?.['rows_left']) - 1)
})

test('what the database fills in by itself is there: the id of an event', async () => {
  const guest = await TestCaller.make()
  const spans = await spansOf(await place(guest))
  const span = spans.find(({ name }) => name === 'INSERT events')
  const [event] = span?.sql?.changes ?? []
  expect(event?.after?.['id']).toEqual(expect.any(Number))
  expect(event?.after?.['size']).toBe(1)
})

test('an update shows the row before and after, and a transition its version', async () => {
  const guest = await TestCaller.make()
  const { id } = await (await place(guest)).json()
  const reply = await guest.call(PATCH, {
    method: 'PATCH',
    params: { id },
    body: { status: 'accepted' },
  })
  const [move] = changesOf(await spansOf(reply), 'UPDATE orders')
  expect(move?.before).toMatchObject({ id, status: 'placed', version: 1 })
  expect(move?.after).toMatchObject({ id, status: 'accepted', version: 2 })
})

test('an order that is rolled back still shows what it had changed', async () => {
  const guest = await TestCaller.make()
  await place(guest)
  await database.client.execute({
    sql: "update portions set left = 1 where sandbox_id = ? and dish = 'pork-dumplings'",
    args: [guest.sandboxId],
  })
  const before = await rowsOf('portions', guest.sandboxId)
  const reply = await place(guest)
  expect(reply.status).toBe(409)
  expect(await rowsOf('portions', guest.sandboxId)).toEqual(before)

  const spans = await spansOf(reply)
  const changes = changesOf(spans, 'UPDATE portions')
  expect(changes.map(({ before, after }) => [before, after])).toEqual([
    [
      { sandbox_id: guest.sandboxId, dish: 'miso-ramen', left: 99 },
      { sandbox_id: guest.sandboxId, dish: 'miso-ramen', left: 98 },
    ],
  ])
  const transaction = spans.find(({ name }) => name === 'transaction')
  const end = spans.find(({ name }) => name === 'ROLLBACK')
  expect(end?.parentSpanId).toBe(transaction?.spanId)
  expect(spans.some(({ name }) => name === 'COMMIT')).toBe(false)
})

test('a statement outside of a transaction shows its rows as well', async () => {
  const guest = await TestCaller.make()
  const spans = await spansOf(await place(guest))
  const rows = await rowsOf('rate_limits', guest.sandboxId)
  expect(changesOf(spans, 'INSERT rate_limits')).toEqual(
    rows.map((row) => ({
      table: 'rate_limits',
      key: ['sandbox_id', 'name'],
      before: null,
      after: row,
    })),
  )
})

test('taking the notes out is no span, and counts as no row', async () => {
  const guest = await TestCaller.make()
  const spans = await spansOf(await place(guest))
  expect(JSON.stringify(spans)).not.toContain('row_changes')
  const order = spans.find(({ name }) => name === 'INSERT orders')
  expect(order?.sql?.rowsAffected).toBe(1)
})

test('nobody’s notes pile up, whoever wrote', async () => {
  const guest = await TestCaller.make()
  await place(guest)
  expect(await notes()).toBe(0)
  const most = isFile() ? 100 : 0
  for (let time = 0; time < 30; time++) {
    await startOver(houseDatabase(), guest.sandboxId)
    expect(await notes()).toBeLessThanOrEqual(most)
  }
  await database.client.execute({
    sql: 'update sandboxes set expires_at = 1 where id = ?',
    args: [guest.sandboxId],
  })
  await sweepSandboxes(houseDatabase(), Date.now())
  expect(await notes()).toBeLessThanOrEqual(most)
})

test('what somebody else left behind is never taken for a visitor’s own', async () => {
  const [guest, other] = [await TestCaller.make(), await TestCaller.make()]
  await place(guest)
  // By a connection that knows nothing of notes, as a shell would.
  await database.client.execute({
    sql: 'update sandboxes set rows_left = rows_left - 7',
    args: [],
  })
  expect(await notes()).toBeGreaterThan(0)
  const spans = await spansOf(await place(guest))
  const [count] = spans.filter(({ name }) => name === 'INSERT rate_limits')
  expect(count?.sql?.changes?.map(({ table }) => table)).toEqual([
    'rate_limits',
    'rate_limits',
  ])
  expect(JSON.stringify(spans)).not.toContain(other.sandboxId)
})

test('orders at the same moment show each their own rows', async () => {
  const guests = await Promise.all(Array.from({ length: 6 }, TestCaller.make))
  const replies = await Promise.all(
    guests.flatMap((guest) => [place(guest), place(guest)]),
  )
  for (const [at, reply] of replies.entries()) {
    const own = guests[Math.floor(at / 2)]?.sandboxId
    const { id } = await reply.json()
    const spans = await spansOf(reply)
    const changes = spans.flatMap((span) => span.sql?.changes ?? [])
    expect(changes.length).toBeGreaterThan(10)
    for (const { table, after } of changes)
      expect(after?.[recorded.get(table)?.sandbox ?? '']).toBe(own)
    expect(changesOf(spans, 'INSERT orders')[0]?.after?.['id']).toBe(id)
  }
})

test('a visitor’s first write shows their new sandbox, and no address', async () => {
  const reply = await call(orderDoor, {
    method: 'POST',
    path: '/api/orders',
    body: wish(),
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(reply.status).toBe(201)
  const spans = await spansOf(reply)
  const [opened] = changesOf(spans, 'INSERT sandboxes')
  expect(opened?.before).toBeNull()
  expect(opened?.after?.['id']).toMatch(/^sbx_/)
  const arrival = spans.find(({ name }) => name === 'INSERT arrivals')
  expect(arrival?.sql?.parameters[0]).toMatch(/^….{4} \(22 characters\)$/)
  expect(arrival?.sql?.rows?.[0]?.['address']).toMatch(/\(22 characters\)$/)
})

test('a remote database has our triggers while TRACING is on, a file never', async () => {
  const { client } = await makeTestDatabase()
  const triggers = async () => {
    const { rows } = await client.execute(
      "select count(*) as n from sqlite_schema where type = 'trigger' and name like 'note_%'",
    )
    return Number(rows[0]?.['n'])
  }
  expect(await triggers()).toBe(isFile() ? 0 : recorded.size * 3)
  await setRowTriggers(client, false)
  expect(await triggers()).toBe(0)
})

test('a delivery begins with what claimed its message, and shows no other’s', async () => {
  const [guest, other] = [await TestCaller.make(), await TestCaller.make()]
  await deliverOutbox()
  const replies = [await place(guest), await place(other)]
  await deliverOutbox()
  const claims = await Promise.all(
    replies.map(async (reply) => {
      const spans = await spansOf(reply)
      return spans.find(({ name }) => name === 'deliver from the outbox')
    }),
  )
  for (const [at, { sandboxId }] of [guest, other].entries()) {
    const { sql, startTimeUnixNano = '' } = claims[at] ?? {}
    const [change, ...more] = sql?.changes ?? []
    expect(more).toEqual([])
    expect(change?.before).toMatchObject({ attempts: 0 })
    expect(change?.after).toMatchObject({ attempts: 1, sandbox_id: sandboxId })
    // One statement took both messages, and returned both.
    expect(sql?.text).toBe(claims[1 - at]?.sql?.text)
    expect(startTimeUnixNano).toBe(claims[1 - at]?.startTimeUnixNano)
    expect(sql?.rowsReturned).toBe(2)
    expect(sql?.rows?.map((row) => row['sandbox_id'])).toEqual([sandboxId])
    const ids = sql?.parameters.filter((value) => typeof value === 'string')
    expect(ids?.toSorted()).toEqual(
      ['(of another visitor)', change?.after?.['id']].toSorted(),
    )
  }
})

test('two messages of one visitor, taken at once, are shown once each', async () => {
  const guest = await TestCaller.make()
  await deliverOutbox()
  const traceparent = `00-${'5e'.repeat(16)}-${'5e'.repeat(8)}-01`
  await place(guest, wish(), { traceparent })
  const reply = await place(guest, wish(), { traceparent })
  await deliverOutbox()
  const claims = (await spansOf(reply)).filter(
    ({ name }) => name === 'deliver from the outbox',
  )
  const taken = claims.map(({ sql }) => sql?.changes?.map(({ after }) => after))
  expect(taken.map((rows) => rows?.length)).toEqual([1, 1])
  expect(new Set(taken.map((rows) => rows?.[0]?.['id'])).size).toBe(2)
  for (const { sql } of claims) {
    expect(sql?.rowsReturned).toBe(2)
    expect(sql?.rows).toHaveLength(1)
  }
})

test('another connection to the same file writes beside, and is not seen', async () => {
  const [guest, other] = [await TestCaller.make(), await TestCaller.make()]
  await place(other)
  const stranger = openClient(database.url)
  const sql = 'update portions set left = left - 1 where sandbox_id = ?'
  const args = [other.sandboxId]
  const writes = Array.from({ length: 20 }, async (_, at) => {
    if (at % 2 === 0) return stranger.execute({ sql, args })
    const transaction = await stranger.transaction('write')
    await transaction.execute({ sql, args })
    await transaction.commit()
  })
  const orders = Array.from({ length: 10 }, () => place(guest))
  const replies = await Promise.all(orders)
  await Promise.all(writes)
  stranger.close()
  for (const reply of replies) {
    const spans = await spansOf(reply)
    const changes = spans.flatMap((span) => span.sql?.changes ?? [])
    expect(changes.length).toBeGreaterThan(10)
    expect(JSON.stringify(changes)).not.toContain(other.sandboxId)
    for (const { table, after } of changes)
      expect(after?.[recorded.get(table)?.sandbox ?? '']).toBe(guest.sandboxId)
  }
})
