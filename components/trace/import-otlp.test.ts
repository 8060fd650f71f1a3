import { expect, test } from 'vitest'
import recording from '@/recordings/place-order.json'
import { Trace, type Span } from '@/contracts/trace'
import example from '@/tracing/definitions/example.json'
import { toOtlp } from '@/tracing/otlp'
import { importLimits, importOtlp } from './import-otlp'
import { testSpan } from './testing'

function imported(document: unknown) {
  const text =
    typeof document === 'string' ? document : JSON.stringify(document)
  const read = importOtlp(text)
  if ('error' in read) throw new Error(read.error)
  return read
}
const refusal = (text: string) => {
  const read = importOtlp(text)
  return 'error' in read ? read.error : 'no error'
}
const spansOf = (document: unknown) => imported(document).traces[0]?.spans ?? []

const wireSpan = {
  traceId: '5b8efff798038103d269b633813fc60c',
  spanId: 'eee19b7ec3c1b174',
  name: 'GET /',
  kind: 2,
  startTimeUnixNano: '1544712660000000000',
  endTimeUnixNano: '1544712661000000000',
}
const documentOf = (...spans: object[]) => ({
  resourceSpans: [{ scopeSpans: [{ spans }] }],
})

const change = {
  table: 'orders',
  key: ['id'],
  before: null,
  after: { id: 'ord_1', note: null, total_minor: 1250 },
}
const whole = testSpan('b7ad6b7169203331', null, 0, 4, {
  name: 'INSERT orders',
  kind: 'client',
  attributes: { 'db.system.name': 'sqlite', 'retry.ratio': 0.5, tags: ['a'] },
  events: [
    {
      name: 'retry',
      timeUnixNano: '1795000000000000001',
      attributes: { n: 1 },
    },
  ],
  status: { code: 'error', message: 'SQLITE_CONSTRAINT' },
  code: {
    function: 'placeOrder',
    file: 'server/orders/place-order.ts',
    line: 20,
    endLine: 24,
    hash: 'a'.repeat(64),
    within: 'b'.repeat(64),
    withinLine: 1,
  },
  sql: {
    text: 'insert into orders values (?, ?, ?)',
    parameters: ['1', 1, null],
    rowsReturned: null,
    rowsAffected: 1,
    rows: [{ id: 'ord_1', n: 2 }],
    changes: [change, { ...change, before: change.after, after: null }],
    changesLeftOut: 3,
    plan: ['SCAN orders', '  USING INDEX'],
  },
  wire: {
    request: {
      startLine: 'POST /api/orders HTTP/1.1',
      headers: [
        ['Accept', '*/*'],
        ['set-cookie', 'a'],
        ['set-cookie', 'b'],
      ],
      body: '{"a":1}',
      bodyBytes: 7,
    },
    response: {
      startLine: 'HTTP/1.1 204',
      headers: [],
      body: null,
      bodyBytes: null,
    },
  },
})

/** What the semantic conventions name is added to the attributes, once. */
function withoutAttributes({ attributes: _, ...rest }: Span) {
  return rest
}

test('a trace that was taken home comes back with its code, rows, plan and messages', () => {
  const wire: unknown = JSON.parse(
    JSON.stringify(
      toOtlp({ spans: [whole], truncated: true, spansLeftOut: 18 }),
    ),
  )
  const read = imported(wire)
  const [trace] = read.traces
  const [span] = trace?.spans ?? []
  expect(trace).toMatchObject({ truncated: true, spansLeftOut: 18 })
  expect(span && withoutAttributes(span)).toEqual(withoutAttributes(whole))
  expect(span?.attributes).toMatchObject(whole.attributes)
  expect(Object.keys(span?.attributes ?? {})).not.toContainEqual(
    expect.stringMatching(/^back_of_house/),
  )
  expect(read).toMatchObject({ leftOut: 0, unended: 0, isCut: false })
})

test('a real recording comes back whole, and stays as it is the next time', () => {
  const trace = Trace.parse(recording.trace)
  const once = spansOf(toOtlp(trace))
  expect(once.map(withoutAttributes)).toEqual(
    trace.spans.map(withoutAttributes),
  )
  expect(spansOf(toOtlp({ spans: once, truncated: false }))).toEqual(once)
})

test('how much was cut is told once for a trace of many programs', () => {
  const { spans } = Trace.parse(recording.trace)
  const cutOf = (spansLeftOut?: number) => {
    const [trace] = imported(
      toOtlp({
        spans,
        truncated: true,
        ...(spansLeftOut === undefined ? {} : { spansLeftOut }),
      }),
    ).traces
    return { truncated: trace?.truncated, spansLeftOut: trace?.spansLeftOut }
  }
  expect(toOtlp({ spans, truncated: true }).resourceSpans.length).toBe(3)
  expect(cutOf(18)).toEqual({ truncated: true, spansLeftOut: 18 })
  // Known is at times only that something is missing.
  expect(cutOf()).toEqual({ truncated: true, spansLeftOut: undefined })
  const whole = JSON.stringify(toOtlp({ spans, truncated: false }))
  expect(whole).not.toContain('back_of_house.trace')
})

test.each(['18', -1, 1.5])(
  'a count that is none, %s, cuts nothing',
  (count) => {
    const value =
      typeof count === 'string'
        ? { stringValue: count }
        : { doubleValue: count }
    const attributes = [{ key: 'back_of_house.trace.spans_left_out', value }]
    const batch = {
      resource: { attributes },
      scopeSpans: [{ spans: [wireSpan] }],
    }
    const document = { resourceSpans: [batch] }
    const [trace] = imported(document).traces
    expect(trace?.truncated).toBe(false)
    expect(trace).not.toHaveProperty('spansLeftOut')
  },
)

test('our own names in a file are taken only in their own shape', () => {
  const text = (key: string, stringValue: string) => ({
    key,
    value: { stringValue },
  })
  const [span] = spansOf(
    documentOf({
      ...wireSpan,
      attributes: [
        text('db.query.text', 'select 1'),
        text('back_of_house.code.hash', '../../etc/passwd'),
        text('back_of_house.sql.parameters', '[{"__proto__":1}]'),
        text('back_of_house.sql.changes', '[{"table":1}]'),
        text('back_of_house.sql.rows', '{'),
        text(
          'back_of_house.wire.request',
          '{"startLine":"GET /","headers":[["a"]]}',
        ),
        text('back_of_house.wire.response', 'null'),
      ],
    }),
  )
  expect(span).toMatchObject({ sql: { text: 'select 1', parameters: [] } })
  expect(Object.keys(span?.sql ?? {})).not.toContain('changes')
  expect(span?.code).toBeUndefined()
  expect(span?.wire).toBeUndefined()
})

test('statements of others show their text, their parameters and their count', () => {
  const [span] = spansOf(
    documentOf({
      ...wireSpan,
      attributes: [
        { key: 'db.statement', value: { stringValue: 'SELECT 1' } },
        { key: 'db.query.parameter.0', value: { stringValue: 'x' } },
        { key: 'db.response.returned_rows', value: { intValue: '4' } },
      ],
    }),
  )
  expect(span?.sql).toEqual({
    text: 'SELECT 1',
    parameters: ['x'],
    rowsReturned: 4,
    rowsAffected: null,
  })
})

test('the standard’s own example is read', () => {
  expect(imported(example).traces[0]?.spans).toMatchObject([
    {
      traceId: wireSpan.traceId,
      parentSpanId: 'eee19b7ec3c1b173',
      name: "I'm a server span",
      service: 'my.service',
      kind: 'server',
      attributes: { 'my.span.attr': 'some value' },
    },
  ])
})

test('ids come in hexadecimal of either case, in Base64, or with 64 bits', () => {
  const ids = (traceId: string, spanId: string, parentSpanId?: string) => {
    const [span] = spansOf(
      documentOf({ ...wireSpan, traceId, spanId, parentSpanId }),
    )
    return [span?.traceId, span?.spanId, span?.parentSpanId]
  }
  const [trace, one, other] = [
    wireSpan.traceId,
    wireSpan.spanId,
    'aaaaaaaaaaaaaaaa',
  ]
  expect(ids(trace.toUpperCase(), one.toUpperCase(), '')).toEqual([
    trace,
    one,
    null,
  ])
  expect(
    ids('W47/95gDgQPSabYzgT/GDA==', '7uGbfsPBsXQ=', 'qqqqqqqqqqo='),
  ).toEqual([trace, one, other])
  expect(ids('W47_95gDgQPSabYzgT_GDA', '7uGbfsPBsXQ', 'AAAAAAAAAAA=')).toEqual([
    trace,
    one,
    null,
  ])
  expect(ids(one, one, '0'.repeat(16))).toEqual([
    one.padStart(32, '0'),
    one,
    null,
  ])
})

test('what is missing is what Protobuf’s defaults say', () => {
  const { traceId, spanId, startTimeUnixNano } = wireSpan
  const read = imported(documentOf({ traceId, spanId, startTimeUnixNano }))
  expect(read).toMatchObject({ unended: 1, leftOut: 0 })
  expect(read.traces[0]?.spans).toEqual([
    {
      traceId,
      spanId,
      parentSpanId: null,
      name: '(no name)',
      kind: 'internal',
      service: 'unknown',
      startTimeUnixNano,
      endTimeUnixNano: startTimeUnixNano,
      status: { code: 'unset' },
      attributes: {},
      events: [],
    },
  ])
})

test('names of enums, snake case, numbers for nanoseconds, and old batches are read', () => {
  const [span] = spansOf({
    resource_spans: [
      {
        resource: {
          attributes: [
            { key: 'service.name', value: { string_value: 'checkout' } },
          ],
        },
        instrumentation_library_spans: [
          {
            spans: [
              {
                trace_id: wireSpan.traceId,
                span_id: wireSpan.spanId,
                parent_span_id: 'aaaaaaaaaaaaaaaa',
                name: 'x',
                kind: 'SPAN_KIND_PRODUCER',
                start_time_unix_nano: 1544712660000000000,
                end_time_unix_nano: '01544712660300000000',
                dropped_attributes_count: 2,
                status: { code: 'STATUS_CODE_ERROR', message: 'no' },
                attributes: [
                  { key: 'big', value: { int_value: '9007199254740993' } },
                  { key: 'small', value: { int_value: 7 } },
                  { key: 'nan', value: { double_value: 'NaN' } },
                  { key: 'bytes', value: { bytes_value: 'AAE=' } },
                  {
                    key: 'map',
                    value: {
                      kvlist_value: {
                        values: [{ key: 'a', value: { bool_value: true } }],
                      },
                    },
                  },
                  { key: '__proto__', value: { string_value: 'x' } },
                ],
              },
            ],
          },
        ],
      },
    ],
  })
  expect(span).toMatchObject({
    service: 'checkout',
    parentSpanId: 'aaaaaaaaaaaaaaaa',
    kind: 'producer',
    startTimeUnixNano: '1544712660000000000',
    endTimeUnixNano: '1544712660300000000',
    status: { code: 'error', message: 'no' },
    attributes: {
      big: '9007199254740993',
      small: 7,
      nan: 'NaN',
      bytes: 'AAE=',
      map: '{"a":true}',
      'otel.dropped_attributes_count': 2,
    },
  })
})

test('an end before its start is a moment', () => {
  const [span] = spansOf(documentOf({ ...wireSpan, endTimeUnixNano: '5' }))
  expect(span?.endTimeUnixNano).toBe(wireSpan.startTimeUnixNano)
})

test('one document a line is read, with batches sent twice and a last line cut off', () => {
  const line = (...spans: object[]) => JSON.stringify(documentOf(...spans))
  const other = { ...wireSpan, traceId: 'c'.repeat(32) }
  const third = { ...wireSpan, spanId: 'c'.repeat(16), startTimeUnixNano: '2' }
  const text = [line(wireSpan, other), '', line(wireSpan), line(third)].join(
    '\r\n',
  )
  const read = imported(text)
  expect(
    read.traces.map(({ traceId, spans }) => [traceId, spans.length]),
  ).toEqual([
    [wireSpan.traceId, 2],
    ['c'.repeat(32), 1],
  ])
  expect(read.traces[0]?.spans[0]?.spanId).toBe(third.spanId)
  expect(read.isCut).toBe(false)
  expect(imported(text.slice(0, -40))).toMatchObject({ isCut: true })
})

test('what Tempo and others wrap around a document is taken off', () => {
  expect(spansOf({ batches: documentOf(wireSpan).resourceSpans })).toHaveLength(
    1,
  )
  expect(spansOf({ trace: documentOf(wireSpan) })).toHaveLength(1)
  expect(spansOf([documentOf(wireSpan)])).toHaveLength(1)
  expect(spansOf(`\uFEFF${JSON.stringify(documentOf(wireSpan))}`)).toHaveLength(
    1,
  )
})

test('spans without a valid id or start are counted, not kept', () => {
  const read = imported(
    documentOf(
      wireSpan,
      { ...wireSpan, spanId: 'zz' },
      { ...wireSpan, spanId: '0'.repeat(16) },
      { ...wireSpan, traceId: 7 },
      { ...wireSpan, startTimeUnixNano: '-4' },
      { ...wireSpan, startTimeUnixNano: 0 },
      { ...wireSpan, startTimeUnixNano: 1e40 },
    ),
  )
  expect(read.leftOut).toBe(6)
  expect(read.traces[0]?.spans).toHaveLength(1)
})

test.each([
  ['', 'empty'],
  ['  \n', 'empty'],
  ['<html>', 'no JSON'],
  ['{"resourceSpans":', 'no JSON'],
  ['7', 'no OTLP'],
  ['null', 'no OTLP'],
  ['{}', 'no OTLP'],
  ['{"resourceSpans":{}}', 'no OTLP'],
  ['{"data":[{"traceID":"1","spans":[],"processes":{}}]}', 'Jaeger'],
  ['[{"traceId":"1","id":"2","timestamp":3}]', 'Zipkin'],
  ['{"traceId":"1","spans":[],"truncated":false}', 'flat form'],
  ['{"resourceMetrics":[]}', 'metrics'],
  ['{"resourceSpans":[]}', 'no spans'],
  ['{"resourceSpans":[null,{"scopeSpans":[7,{"spans":{}}]}]}', 'no spans'],
  ['{"resourceSpans":[{"scopeSpans":[{"spans":[null,7,{}]}]}]}', 'valid id'],
])('%j is refused with a sentence', (text, words) => {
  expect(refusal(text)).toContain(words)
})

test('a file that is too large is refused before it is read', () => {
  expect(refusal(' '.repeat(importLimits.bytes + 1))).toContain('50 MiB')
})

const id = (at: number) => (at + 1).toString(16).padStart(16, '0')
const many = (count: number) =>
  JSON.stringify(
    documentOf(
      ...Array.from({ length: count }, (_, at) => ({
        ...wireSpan,
        spanId: id(at),
        parentSpanId: at === 0 ? '' : id(at >> 1),
      })),
    ),
  )

test('of more spans than a page holds the first are kept, and the rest counted', () => {
  const read = imported(many(importLimits.spans + 5))
  expect(read.traces[0]?.spans).toHaveLength(importLimits.spans)
  expect(read.leftOut).toBe(5)
})
