import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OtlpTraces } from '@/contracts/otlp'
import type { Span, Trace } from '@/contracts/trace'
import { fromOtlp, toOtlp } from './otlp'

const hex = (length: number) =>
  fc
    .string({
      unit: fc.constantFrom(...'0123456789abcdef'),
      minLength: length,
      maxLength: length,
    })
    .filter((id) => !/^0+$/.test(id))
const moment = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n - 10n ** 14n })
const nanos = moment.map(String)
const times = fc
  .tuple(moment, fc.bigInt({ min: 0n, max: 86_400n * 10n ** 9n }))
  .map(([start, length]) => ({
    startTimeUnixNano: String(start),
    endTimeUnixNano: String(start + length),
  }))
const plain = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.maxSafeInteger(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value) => (Object.is(value, -0) ? 0 : value)),
)
const key = fc
  .string({ minLength: 1, maxLength: 20 })
  .filter((name) => name !== '__proto__')
const attributes = fc.dictionary(
  key,
  fc.oneof(plain, fc.array(plain, { maxLength: 3 })),
  { maxKeys: 4, noNullPrototype: true },
)
const anySpan = (traceId: string): fc.Arbitrary<Span> =>
  fc
    .record({
      traceId: fc.constant(traceId),
      spanId: hex(16),
      parentSpanId: fc.option(hex(16)),
      name: fc.string({ minLength: 1, maxLength: 40 }),
      kind: fc.constantFrom(
        'internal',
        'server',
        'client',
        'producer',
        'consumer',
      ),
      service: fc.constantFrom('plateful', 'restaurant', 'browser'),
      times,
      status: fc.oneof(
        fc.record({ code: fc.constantFrom('unset', 'ok', 'error') }),
        fc.record({
          code: fc.constant('error' as const),
          message: fc.string({ minLength: 1 }),
        }),
      ),
      attributes,
      events: fc.array(
        fc.record({ name: fc.string(), timeUnixNano: nanos, attributes }),
        { maxLength: 2 },
      ),
    })
    .map(({ times, ...span }) => ({ ...span, ...times }))

test('a trace that goes out as OTLP/JSON and comes in again is the same trace', () => {
  const traceId = 'a'.repeat(32)
  fc.assert(
    fc.property(fc.array(anySpan(traceId), { maxLength: 6 }), (spans) => {
      const trace: Trace = { traceId, spans, truncated: false }
      const wire: unknown = JSON.parse(JSON.stringify(toOtlp(trace)))
      const back = fromOtlp(OtlpTraces.parse(wire))
      const sorted = (list: Span[]) =>
        [...list].sort((a, b) => a.spanId.localeCompare(b.spanId))
      expect(sorted(back)).toEqual(sorted(spans))
    }),
  )
})

const wireSpan = {
  traceId: 'A'.repeat(32),
  spanId: 'b'.repeat(16),
  name: 'x',
  startTimeUnixNano: '1',
  endTimeUnixNano: 2,
}
const documentOf = (span: object) => ({
  resourceSpans: [{ scopeSpans: [{ spans: [span] }] }],
})

test('what others send is read: ids in capitals, numbers as numbers, members nobody knows', () => {
  const sent = documentOf({
    ...wireSpan,
    flags: 257,
    droppedAttributesCount: 0,
    links: [],
    kind: 3,
    attributes: [{ key: 'k', value: { bytesValue: 'AA==' } }],
  })
  const [span] = fromOtlp(OtlpTraces.parse({ ...sent, extra: true }))
  expect(span).toMatchObject({
    traceId: 'a'.repeat(32),
    kind: 'client',
    service: 'unknown',
    endTimeUnixNano: '2',
    attributes: {},
  })
})

test.each([
  { ...wireSpan, traceId: '0'.repeat(32) },
  { ...wireSpan, spanId: '0'.repeat(16) },
  { ...wireSpan, traceId: 'a'.repeat(31) },
  { ...wireSpan, spanId: 'zz' },
  { ...wireSpan, parentSpanId: 'x' },
  { ...wireSpan, name: '' },
  { ...wireSpan, name: 'x'.repeat(201) },
  { ...wireSpan, startTimeUnixNano: '3' },
  { ...wireSpan, endTimeUnixNano: String(25n * 3_600n * 10n ** 9n) },
  {
    ...wireSpan,
    startTimeUnixNano: String(2n ** 63n),
    endTimeUnixNano: String(2n ** 63n),
  },
  { ...wireSpan, startTimeUnixNano: '-1' },
  { ...wireSpan, startTimeUnixNano: '1.5' },
  { ...wireSpan, startTimeUnixNano: '9'.repeat(30) },
  { ...wireSpan, kind: 9 },
  { ...wireSpan, attributes: Array(65).fill({ key: 'k', value: {} }) },
])('a span that is none is refused (%#)', (span) => {
  expect(OtlpTraces.safeParse(documentOf(span)).success).toBe(false)
})

test('an attribute called __proto__ changes no object', () => {
  const value = { stringValue: 'x' }
  const [span] = fromOtlp(
    OtlpTraces.parse(
      documentOf({
        ...wireSpan,
        attributes: [
          { key: '__proto__', value },
          { key: 'constructor', value },
        ],
      }),
    ),
  )
  expect(Object.keys(span?.attributes ?? {})).toEqual(['constructor'])
  expect(({} as Record<string, unknown>)['x']).toBeUndefined()
})
