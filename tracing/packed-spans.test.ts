import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { Span } from '@/contracts/trace'
import { makeTestDatabase } from '@/db/testing'
import { packBatch } from './pack-spans'
import {
  recordedFrom,
  spanFrom,
  startOf,
  type RecordedSpan,
} from './recorded-span'
import { loadTemplates, SpanTemplates } from './span-templates'
import { templatesIn, unpackBatch } from './unpack-spans'

let templates: SpanTemplates
beforeEach(() => {
  templates = new SpanTemplates()
})

const traceId = 'a'.repeat(32)
const hex = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...'0123456789abcdef'),
    minLength: length,
    maxLength: length,
  })
const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.string()),
)
const attributes = fc.dictionary(
  fc.constantFrom('http.request.method', 'error.type', 'db.query.text', 'x'),
  value,
  { noNullPrototype: true },
)
/** Times near and far, to the nanosecond. */
const time = fc
  .oneof(
    fc.bigInt({
      min: 1_700_000_000_000_000_000n,
      max: 1_700_000_009_000_000_000n,
    }),
    fc.bigInt({ min: 1_000_000_000n, max: 9_223_372_036_854_775_807n }),
  )
  .map(String)
const region = {
  function: 'placeOrder',
  file: 'server/orders/place-order.ts',
  line: 1,
  endLine: 9,
  hash: 'h',
}
const message = fc.record({
  startLine: fc.string(),
  headers: fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 3 }),
  body: fc.option(fc.string()),
  bodyBytes: fc.option(fc.nat()),
})
const sql = fc.record(
  {
    text: fc.constantFrom('select 1', 'insert into orders values (?)'),
    parameters: fc.array(
      fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
    ),
    rowsReturned: fc.option(fc.nat()),
    rowsAffected: fc.option(fc.nat()),
    rows: fc.array(fc.record({ id: fc.string() }), { minLength: 1 }),
    plan: fc.array(fc.string(), { minLength: 1 }),
  },
  { requiredKeys: ['text', 'parameters', 'rowsReturned', 'rowsAffected'] },
)
const span = fc.record(
  {
    traceId: fc.constant(traceId),
    spanId: hex(16),
    parentSpanId: fc.option(hex(16)),
    name: fc.constantFrom('save the order', 'INSERT orders', 'click'),
    kind: fc.constantFrom(...Span.shape.kind.options),
    service: fc.constantFrom('browser', 'plateful'),
    startTimeUnixNano: time,
    endTimeUnixNano: time,
    status: fc.oneof(
      fc.constant({ code: 'unset' as const }),
      fc.record({ code: fc.constant('error' as const), message: fc.string() }),
    ),
    attributes,
    events: fc.array(
      fc.record({ name: fc.string(), timeUnixNano: time, attributes }),
      { maxLength: 2 },
    ),
    code: fc.constant(region),
    sql,
    wire: fc.record(
      { request: message, response: message },
      { requiredKeys: [] },
    ),
  },
  {
    requiredKeys: [
      'traceId',
      'spanId',
      'parentSpanId',
      'name',
      'kind',
      'service',
      'startTimeUnixNano',
      'endTimeUnixNano',
      'status',
      'attributes',
      'events',
    ],
  },
)
const spans = fc.uniqueArray(span, {
  selector: ({ spanId }) => spanId,
  minLength: 1,
  maxLength: 12,
})

test('spans come out of a batch as they went in, whatever they hold', () => {
  fc.assert(
    fc.property(spans, (all) => {
      const ended = all.map(recordedFrom)
      const started = ended.map(({ spanId }) => spanId).reverse()
      const { json } = packBatch({ started, ended }, templates)
      const batch = unpackBatch(traceId, JSON.parse(json))
      expect(batch.ended).toEqual(all)
      expect(batch.started).toEqual(started)
    }),
  )
})

test('what has begun and not ended comes out as it began', () => {
  fc.assert(
    fc.property(spans, (all) => {
      const started = all.map(recordedFrom).map(startOf)
      const { json } = packBatch({ started, ended: [] }, templates)
      const { started: found } = unpackBatch(traceId, JSON.parse(json))
      expect(found).toEqual(
        all.map((one) => ({
          traceId,
          spanId: one.spanId,
          parentSpanId: one.parentSpanId,
          name: one.name,
          kind: one.kind,
          service: one.service,
          startTimeUnixNano: one.startTimeUnixNano,
        })),
      )
    }),
  )
})

const insert: RecordedSpan = {
  spanId: 'b'.repeat(16),
  parentSpanId: null,
  name: 'INSERT facts',
  kind: 'client',
  service: 'plateful',
  startTime: [1, 5],
  endTime: [1, 9],
  status: { code: 'unset' },
  attributes: { 'db.system.name': 'sqlite' },
  events: [],
  code: region,
  sql: { text: 'insert', parameters: [], rowsReturned: null, rowsAffected: 1 },
  noted: {
    json: '[["portions",null,["sbx","tea",3]],["unknown",["x"],null]]',
    leftOut: 2,
  },
}

test('notes of rows are read with the columns of their table', () => {
  const { json } = packBatch({ started: [], ended: [insert] }, templates)
  const [found] = unpackBatch(traceId, JSON.parse(json)).ended
  expect(found).toEqual(spanFrom(traceId, insert))
  expect(found?.sql?.changesLeftOut).toBe(2)
  expect(found?.sql?.changes).toEqual([
    {
      table: 'portions',
      key: ['sandbox_id', 'dish'],
      before: null,
      after: { sandbox_id: 'sbx', dish: 'tea', left: 3 },
    },
    { table: 'unknown', key: [], before: {}, after: null },
  ])
  expect(Span.parse(found)).toEqual(found)
})

test('a second span of the same place takes a fraction of the room', () => {
  const text = 'x'.repeat(2_000)
  const one = { ...insert, sql: { ...insert.sql, text, parameters: [] } }
  const packed = (ended: RecordedSpan[]) =>
    packBatch({ started: [], ended }, templates).json.length
  const whole = JSON.stringify(spanFrom(traceId, one as RecordedSpan)).length
  expect(packed([one as RecordedSpan])).toBeLessThan(whole / 5)
})

test('another process reads the templates that this one has stored, and stores them once', async () => {
  const { client } = await makeTestDatabase()
  const { json } = packBatch({ started: [], ended: [insert] }, templates)
  const { ids, statements } = templates.toStore()
  await client.batch(statements, 'write')
  templates.markStored(ids)
  packBatch({ started: [], ended: [insert] }, templates)
  expect(templates.toStore()).toEqual({ ids: [], statements: [] })

  globalThis.backOfHouseTemplates = new Map()
  const stored: unknown = JSON.parse(json)
  expect(unpackBatch(traceId, stored).ended[0]?.name).toBe('(forgotten)')
  await loadTemplates(client, templatesIn(stored))
  expect(unpackBatch(traceId, stored).ended).toEqual([
    spanFrom(traceId, insert),
  ])
})

test('what a browser sends makes no templates', () => {
  packBatch({ started: [], ended: [] }, templates)
  const { ids } = templates.toStore()
  const { noted: _, ...click } = { ...insert, service: 'browser' }
  const { json } = packBatch({ started: [], ended: [click] }, templates)
  expect(templates.toStore().ids).toEqual(ids)
  expect(unpackBatch(traceId, JSON.parse(json)).ended[0]?.name).toBe(
    'INSERT facts',
  )
})

test('what spans share holds nothing of a visitor', () => {
  const path = { 'url.path': '/api/orders/ord_1', 'db.system.name': 'sqlite' }
  const visited = { ...insert, attributes: path }
  const { json } = packBatch({ started: [], ended: [visited] }, templates)
  const { statements } = templates.toStore()
  expect(JSON.stringify(statements)).not.toContain('ord_1')
  const [found] = unpackBatch(traceId, JSON.parse(json)).ended
  expect(found?.attributes).toEqual(path)
})

test('a place that sends ever other texts fills no store of templates', () => {
  const ended = Array.from({ length: 500 }, (_, at) => ({
    ...insert,
    spanId: String(at).padStart(16, '0'),
    sql: { text: `x ${at}`, parameters: [], rowsReturned: 0, rowsAffected: 0 },
  }))
  const { json } = packBatch({ started: [], ended }, templates)
  expect(templates.toStore().ids.length).toBeLessThan(60)
  const found = unpackBatch(traceId, JSON.parse(json)).ended
  expect(found).toEqual(ended.map((span) => spanFrom(traceId, span)))
})

test('a batch keeps the first spans that there is room for, and their starts', () => {
  const ended = Array.from({ length: 9 }, (_, at) => ({
    ...insert,
    spanId: String(at).repeat(16),
  }))
  const started = ended.map(({ spanId }) => spanId)
  const pack = (spans: number, bytes: number) =>
    packBatch({ started, ended }, templates, { spans, bytes })
  expect(pack(4, Infinity)).toMatchObject({ kept: 4, size: 8 })
  const half = Math.floor(pack(9, Infinity).json.length / 2)
  const { json, kept } = pack(9, half)
  expect(kept).toBeGreaterThan(1)
  expect(kept).toBeLessThan(6)
  expect(Buffer.byteLength(json)).toBeLessThanOrEqual(half)
  const batch = unpackBatch(traceId, JSON.parse(json))
  expect(batch.ended.map(({ spanId }) => spanId)).toEqual(
    started.slice(0, kept),
  )
  expect(batch.started).toEqual(started.slice(0, kept))
})
