import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test, vi } from 'vitest'
import { OtlpExport } from '@/contracts/otlp'
import { Problem } from '@/contracts/problem'
import { Trace, type Span } from '@/contracts/trace'
import type { TestDatabase } from '@/db/testing'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import { decodeJson } from '@/tracing/definitions/testing'
import { spanStore } from '@/tracing/span-store'
import { PATCH } from '../orders/[id]/route'
import { POST as placeOrder } from '../orders/route'
import { GET } from './[traceId]/route'
import { POST } from './route'

vi.hoisted(() => {
  process.env['LIMIT_REQUESTS_PER_MINUTE'] = '100000'
  process.env['LIMIT_ORDERS_PER_MINUTE'] = '100000'
  process.env['QUOTA_TRACES'] = '5'
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
const traceOf = (reply: Response) =>
  reply.headers.get('traceresponse')?.split('-')[1] ?? ''
const place = (guest: TestCaller, headers = {}, body: unknown = wish) =>
  guest.call(placeOrder, { method: 'POST', path: '/api/orders', body, headers })
const readRaw = (guest: TestCaller, traceId: string, query = '') =>
  guest.call(GET, {
    path: `/api/traces/${traceId}${query}`,
    params: { traceId },
  })
const read = async (guest: TestCaller, traceId: string) =>
  Trace.parse(await (await readRaw(guest, traceId)).json())
const byName = (trace: Trace, name: string) =>
  trace.spans.filter((span) => span.name === name)

test('an order’s trace has one root, no orphan, and each statement in its place', async () => {
  const guest = await TestCaller.make()
  const trace = await read(guest, traceOf(await place(guest)))
  expect(trace.truncated).toBe(false)
  expect(trace.spans.length).toBeGreaterThanOrEqual(10)
  const roots = trace.spans.filter((span) => span.parentSpanId === null)
  expect(roots.map((span) => span.name)).toEqual(['POST /api/orders'])
  const byId = new Map(trace.spans.map((span) => [span.spanId, span]))
  expect(byId.size).toBe(trace.spans.length)
  for (const span of trace.spans) {
    expect(BigInt(span.endTimeUnixNano)).toBeGreaterThanOrEqual(
      BigInt(span.startTimeUnixNano),
    )
    if (span.parentSpanId === null) continue
    const parent = byId.get(span.parentSpanId)
    expect(BigInt(span.startTimeUnixNano)).toBeGreaterThanOrEqual(
      BigInt(parent?.startTimeUnixNano ?? 0),
    )
    expect(BigInt(span.endTimeUnixNano)).toBeLessThanOrEqual(
      BigInt(parent?.endTimeUnixNano ?? 0),
    )
  }
  const steps = trace.spans.filter(
    (span) => span.parentSpanId === roots[0]?.spanId,
  )
  expect(steps.map((span) => span.name)).toEqual([
    'see who is asking',
    'count this request',
    'read the order',
    'look for a repeat',
    'price the basket',
    'save the order',
  ])
  const [transaction] = byName(trace, 'transaction')
  const inside = trace.spans.filter(
    (span) => span.parentSpanId === transaction?.spanId,
  )
  expect(inside.map((span) => span.name)).toEqual([
    'BEGIN',
    'INSERT portions',
    'UPDATE portions',
    'UPDATE portions',
    'INSERT orders',
    'INSERT order_lines',
    'INSERT events',
    'INSERT outbox',
    'COMMIT',
  ])
  for (const span of inside) expect(span.sql?.text).toBeTruthy()
  expect(byName(trace, 'INSERT order_lines')[0]?.sql?.rowsAffected).toBe(2)
})

test('the code a span shows is the code of this checkout, line for line', async () => {
  const guest = await TestCaller.make()
  const reply = await place(guest, { 'idempotency-key': 'code' })
  const { id } = await reply.json()
  const moved = await guest.call(PATCH, {
    method: 'PATCH',
    path: `/api/orders/${id}`,
    params: { id },
    body: { status: 'accepted' },
  })
  for (const traceId of [traceOf(reply), traceOf(moved)]) {
    const trace = await read(guest, traceId)
    for (const span of trace.spans) {
      expect([span.name, span.code]).toEqual([span.name, expect.anything()])
      if (!span.code) continue
      const { file, line, endLine, hash } = span.code
      const lines = readFileSync(file, 'utf8')
        .split('\n')
        .slice(line - 1, endLine)
      expect([
        span.name,
        createHash('sha256').update(lines.join('\n')).digest('hex'),
      ]).toEqual([span.name, hash])
    }
  }
})

test('no cookie, token, or idempotency key stands in a trace', async () => {
  const guest = await TestCaller.make()
  const key = 'order-key-5f1c9a7e-and-more'
  const secrets = [
    guest.token,
    ...guest.token.split('.').filter((part) => part.length > 12),
    key,
  ]
  const traces = [traceOf(await place(guest, { 'idempotency-key': key }))]
  const cookie = `theme=dark; sandbox=${guest.token}`
  const byCookie = (headers: Record<string, string>) =>
    call(placeOrder, {
      method: 'POST',
      path: '/api/orders',
      body: wish,
      headers,
    })
  traces.push(traceOf(await byCookie({ cookie, 'idempotency-key': key })))
  traces.push(traceOf(await byCookie({ cookie, 'idempotency-key': 'short' })))
  for (const traceId of traces) {
    for (const query of ['', '?format=otlp']) {
      const text = await (await readRaw(guest, traceId, query)).text()
      expect(text).toContain('POST /api/orders')
      for (const secret of secrets) expect(text).not.toContain(secret)
      expect(text).not.toContain('"short"')
    }
  }
})

test('the cookie that a first write sets does not stand in its trace', async () => {
  const reply = await call(placeOrder, {
    method: 'POST',
    path: '/api/orders',
    body: wish,
  })
  const token =
    /sandbox=([^;]+)/.exec(reply.headers.getSetCookie()[0] ?? '')?.[1] ?? ''
  expect(token.length).toBeGreaterThan(100)
  const headers = { authorization: `Bearer ${token}` }
  const traceId = traceOf(reply)
  const trace = await call(GET, { path: '/x', params: { traceId }, headers })
  const text = await trace.text()
  expect(text).toContain('set-cookie')
  for (const part of [
    token,
    ...token.split('.').filter((part) => part.length > 12),
  ])
    expect(text).not.toContain(part)
})

test('a failing transaction leaves its spans, and says where it failed', async () => {
  const guest = await TestCaller.make()
  const reply = await place(
    guest,
    {},
    { ...wish, lines: [{ dish: 'tea-smoked-duck', quantity: 2 }] },
  )
  expect(reply.status).toBe(409)
  const trace = await read(guest, traceOf(reply))
  expect(byName(trace, 'save the order')[0]?.status).toMatchObject({
    code: 'error',
  })
  expect(byName(trace, 'save the order')[0]?.attributes['error.type']).toBe(
    'sold-out',
  )
  expect(byName(trace, 'transaction')[0]?.status.code).toBe('error')
  expect(byName(trace, 'ROLLBACK').length).toBe(1)
  expect(byName(trace, 'COMMIT').length).toBe(0)
  const [root] = byName(trace, 'POST /api/orders')
  expect(root?.attributes['http.response.status_code']).toBe(409)
  expect(root?.wire?.response?.startLine).toBe('HTTP 409 Conflict')
})

test('a statement that fails leaves a span with its error, and not what a guest wrote', async () => {
  const guest = await TestCaller.make()
  await database.client.execute({
    sql: 'update sandboxes set orders_left = 0 where id = ?',
    args: [guest.sandboxId],
  })
  const reply = await place(guest)
  expect(reply.status).toBe(403)
  const trace = await read(guest, traceOf(reply))
  const [insert] = byName(trace, 'INSERT orders')
  expect(insert?.status.code).toBe('error')
  expect(insert?.attributes['error.type']).toMatch(/SQLITE_CONSTRAINT/)
})

test('a stranger’s trace, a trace that was made up, and no trace id at all are one 404', async () => {
  const [guest, stranger] = [await TestCaller.make(), await TestCaller.make()]
  const traceId = traceOf(await place(guest))
  expect((await readRaw(guest, traceId)).status).toBe(200)
  const tell = async (reply: Response) => {
    const {
      traceId: _,
      instance: __,
      ...rest
    } = Problem.parse(await reply.json())
    return { ...rest, status: reply.status }
  }
  const foreign = await tell(await readRaw(stranger, traceId))
  expect(foreign.status).toBe(404)
  for (const id of ['f'.repeat(32), '0'.repeat(32), 'x', '%00', '__proto__'])
    expect(await tell(await readRaw(stranger, id))).toEqual(foreign)
  expect(await tell(await call(GET, { params: { traceId } }))).toEqual(foreign)
})

test('a format that is not offered is 400', async () => {
  const guest = await TestCaller.make()
  expect(
    (await readRaw(guest, traceOf(await place(guest)), '?format=xml')).status,
  ).toBe(400)
})

test('as OTLP a trace is what OpenTelemetry’s definitions say: one root, no orphan, nothing lost', async () => {
  const guest = await TestCaller.make()
  const traceId = traceOf(await place(guest))
  const flat = await read(guest, traceId)
  const text = await (await readRaw(guest, traceId, '?format=otlp')).text()
  const spans = decodeJson(OtlpExport.parse(JSON.parse(text)))

  const byId = new Map(spans.map((span) => [span.spanId, span]))
  expect(
    spans.filter(({ parentSpanId }) => !byId.has(parentSpanId)),
  ).toMatchObject([{ name: 'POST /api/orders', parentSpanId: '' }])
  expect(byId.size).toBe(flat.spans.length)
  for (const span of flat.spans)
    expect(byId.get(span.spanId)).toMatchObject({
      traceId,
      parentSpanId: span.parentSpanId ?? '',
      name: span.name,
      kind: `SPAN_KIND_${span.kind.toUpperCase()}`,
      status: { code: `STATUS_CODE_${span.status.code.toUpperCase()}` },
      startTimeUnixNano: span.startTimeUnixNano,
      endTimeUnixNano: span.endTimeUnixNano,
      attributes: span.attributes,
      resource: {
        'service.name': span.service,
        'telemetry.sdk.name': 'opentelemetry',
        'telemetry.sdk.language': 'nodejs',
      },
    })
  // Readers in other languages take 64 bits from text only.
  expect(text).not.toMatch(/"(intValue|\w+UnixNano)":\d/)

  const insert = spans.find(({ name }) => name === 'INSERT order_lines')
  expect(insert?.attributes).toMatchObject({
    'db.system.name': 'sqlite',
    'db.operation.name': 'INSERT',
    'db.collection.name': 'order_lines',
    'db.query.text': expect.stringContaining('insert into "order_lines"'),
    'db.query.parameter.0': expect.any(String),
    'code.function.name': expect.any(String),
    'code.file.path': 'server/orders/place-order.ts',
    'code.line.number': expect.any(Number),
  })
  const root = byId.get(flat.spans[0]?.spanId ?? '')
  expect(root?.attributes).toMatchObject({
    'http.request.method': 'POST',
    'http.route': '/api/orders',
    'http.response.status_code': 201,
    'http.request.header.content-type': ['application/json'],
    'http.response.body.size': expect.any(Number),
  })
})

const anySpan = (traceId: string, at: number, more = {}) => ({
  traceId,
  spanId: at.toString(16).padStart(16, '0'),
  name: `span ${at}`,
  startTimeUnixNano: '1000',
  endTimeUnixNano: '2000',
  ...more,
})
const send = (guest: TestCaller, spans: object[]) => {
  const resource = {
    attributes: [{ key: 'service.name', value: { stringValue: 'plateful' } }],
  }
  return guest.call(POST, {
    method: 'POST',
    path: '/api/traces',
    body: { resourceSpans: [{ resource, scopeSpans: [{ spans }] }] },
  })
}
const ids = (spans: Span[]) => spans.map((span) => span.name).sort()

test('the browser’s spans join the trace of its request, as the browser’s, whatever they say', async () => {
  const guest = await TestCaller.make()
  const traceparent = `00-${'c'.repeat(32)}-${'d'.repeat(16)}-01`
  await place(guest, { traceparent })
  const click = anySpan('c'.repeat(32), 1, {
    spanId: 'd'.repeat(16),
    name: 'click',
    code: { file: 'x' },
    sql: { text: 'x' },
  })
  expect((await send(guest, [click])).status).toBe(200)
  const trace = await read(guest, 'c'.repeat(32))
  const [browser] = byName(trace, 'click')
  expect(browser).toMatchObject({ service: 'browser', parentSpanId: null })
  expect([browser?.code, browser?.sql, browser?.wire]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  const [root] = byName(trace, 'POST /api/orders')
  expect(root?.parentSpanId).toBe(browser?.spanId)
})

test('nobody can write into another’s trace: the same id in another sandbox is another trace', async () => {
  const [guest, intruder] = [await TestCaller.make(), await TestCaller.make()]
  const traceId = traceOf(await place(guest))
  const before = await read(guest, traceId)
  await send(intruder, [
    anySpan(traceId, 1, { parentSpanId: before.spans[0]?.spanId }),
  ])
  expect(await read(guest, traceId)).toEqual(before)
  expect(ids((await read(intruder, traceId)).spans)).toEqual(['span 1'])
})

test('a span that is there already is not replaced by a later one of the same id', async () => {
  const guest = await TestCaller.make()
  const traceId = traceOf(await place(guest))
  const before = await read(guest, traceId)
  await send(guest, [anySpan(traceId, 1, { spanId: before.spans[0]?.spanId })])
  expect((await read(guest, traceId)).spans).toEqual(before.spans)
})

test('a trace keeps 512 spans, and shows that it was cut', async () => {
  const guest = await TestCaller.make()
  const [exact, over, atOnce] = ['1', '2', '3'].map((digit) => digit.repeat(32))
  const batch = (traceId = '', from: number, count: number) =>
    send(
      guest,
      Array.from({ length: count }, (_, at) => anySpan(traceId, from + at)),
    )
  await batch(exact, 1, 256)
  await batch(exact, 257, 256)
  expect(await read(guest, exact ?? '')).toMatchObject({ truncated: false })
  expect((await read(guest, exact ?? '')).spans.length).toBe(512)

  await batch(over, 1, 500)
  await spanStore().flush()
  await batch(over, 501, 20)
  const cut = await read(guest, over ?? '')
  expect([cut.truncated, cut.spans.length <= 512]).toEqual([true, true])

  expect((await batch(atOnce, 1, 600)).status).toBe(200)
  const first = await read(guest, atOnce ?? '')
  expect([first.truncated, first.spans.length]).toEqual([true, 512])
})

test('a trace keeps 1 MiB, and shows that it was cut', async () => {
  const guest = await TestCaller.make()
  const traceId = '4'.repeat(32)
  const fat = (at: number) =>
    anySpan(traceId, at, {
      attributes: [{ key: 'k', value: { stringValue: 'x'.repeat(200_000) } }],
    })
  for (let at = 1; at <= 7; at++) {
    expect((await send(guest, [fat(at)])).status).toBe(200)
    await spanStore().flush()
  }
  const trace = await read(guest, traceId)
  expect([trace.truncated, trace.spans.length]).toEqual([true, 5])
  expect(
    (
      await send(
        guest,
        Array.from({ length: 6 }, (_, at) => fat(at + 10)),
      )
    ).status,
  ).toBe(413)
})

test('a sandbox keeps its newest traces; the oldest make room, spans and all', async () => {
  const guest = await TestCaller.make()
  const traces: string[] = []
  for (let i = 0; i < 8; i++) {
    traces.push(traceOf(await place(guest)))
    await spanStore().flush()
    const now = Date.now()
    await vi.waitUntil(() => Date.now() > now)
  }
  const found = await Promise.all(
    traces.map(async (id) => (await readRaw(guest, id)).status),
  )
  expect(found).toEqual([404, 404, 404, 200, 200, 200, 200, 200])
  const { rows } = await database.client.execute({
    sql: "select count(distinct trace_id) as n from events where sandbox_id = ? and kind = 'spans'",
    args: [guest.sandboxId],
  })
  expect(rows[0]?.['n']).toBe(5)
})

test.each<[unknown, number]>([
  [{}, 422],
  [{ resourceSpans: 1 }, 422],
  ['{', 400],
  ['', 400],
  [{ resourceSpans: [] }, 200],
])('POST /api/traces with %j is %d', async (body, status) => {
  const guest = await TestCaller.make()
  expect(
    (await guest.call(POST, { method: 'POST', path: '/api/traces', body }))
      .status,
  ).toBe(status)
})

test.each([1000, 3000, 5000, 8000, 20_000])(
  'a value nested %d deep is a refusal, not an error of the server',
  async (depth) => {
    const guest = await TestCaller.make()
    const value = `${'{"arrayValue":{"values":['.repeat(depth)}${']}}'.repeat(depth)}`
    const span = JSON.stringify(anySpan('5'.repeat(32), 1)).replace(
      /}$/,
      `,"attributes":[{"key":"k","value":${value}}]}`,
    )
    const body = `{"resourceSpans":[{"scopeSpans":[{"spans":[${span}]}]}]}`
    const reply = await guest.call(POST, {
      method: 'POST',
      path: '/api/traces',
      body,
    })
    expect(reply.status).toBeLessThan(500)
  },
)

test('one request may hold the spans of 32 traces, and no more: each one costs a write', async () => {
  const guest = await TestCaller.make()
  const spans = Array.from({ length: 33 }, (_, at) =>
    anySpan((at + 1).toString(16).padStart(32, '0'), at + 1),
  )
  expect((await send(guest, spans)).status).toBe(422)
  expect((await send(guest, spans.slice(1))).status).toBe(200)
})
