import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '@/contracts/trace'
import { correctClockSkew } from './clock-skew'
import { spanRows } from './span-rows'
import { testSpan } from './testing'

const browser = { service: 'browser' } as const
const call = testSpan('call', null, 0, 10, { ...browser, kind: 'client' })
const answer = (start: number, end: number, rest: Partial<Span> = {}) =>
  testSpan('answer', 'call', start, end, { kind: 'server', ...rest })

const startsOf = (spans: readonly Span[]) =>
  spanRows(correctClockSkew(spans).spans).map(({ startMs }) => startMs)

/** A span, and its events, on a clock that is so many milliseconds ahead. */
function ahead(span: Span, ms: number): Span {
  const by = BigInt(Math.round(ms * 1e6))
  return {
    ...span,
    startTimeUnixNano: String(BigInt(span.startTimeUnixNano) + by),
    endTimeUnixNano: String(BigInt(span.endTimeUnixNano) + by),
    events: span.events.map((event) => ({
      ...event,
      timeUnixNano: String(BigInt(event.timeUnixNano) + by),
    })),
  }
}

test('an answer outside its call is brought into the middle, with all its kin', () => {
  const spans = [call, answer(100, 104), testSpan('step', 'answer', 101, 102)]
  const { movedMs, unsteady } = correctClockSkew(spans)
  expect(startsOf(spans)).toEqual([0, 3, 4])
  expect(movedMs).toEqual({ browser: 97 })
  expect(unsteady).toEqual([])
})

test('of a browser and a server it is the browser’s spans that are moved', () => {
  const spans = [call, answer(100, 104)]
  const { spans: corrected } = correctClockSkew(spans)
  expect(corrected[1]).toBe(spans[1])
  const elsewhere = spans.map((span) => ({
    ...span,
    service: span.service === 'browser' ? 'shop' : span.service,
  }))
  expect(correctClockSkew(elsewhere).movedMs).toEqual({ plateful: -97 })
})

test('events are moved with their span', () => {
  const events = [
    { name: 'x', timeUnixNano: '1795000000001000000', attributes: {} },
  ]
  const { spans } = correctClockSkew([{ ...call, events }, answer(100, 104)])
  expect(spans[0]?.events[0]?.timeUnixNano).toBe('1795000000098000000')
})

test('clocks that agree are left alone, to the very objects', () => {
  const spans = [call, answer(2, 8)]
  const { spans: same, movedMs } = correctClockSkew(spans)
  expect(same.every((span, at) => span === spans[at])).toBe(true)
  expect(movedMs).toEqual({})
})

test.each<[string, Span[]]>([
  [
    'a delivery by the same service that starts when its request is long over',
    [
      call,
      answer(2, 8),
      testSpan('deliver', 'answer', 500, 600, { kind: 'producer' }),
    ],
  ],
  [
    'a consumer of another service that takes a message after its producer ended',
    [
      testSpan('send', null, 0, 1, { kind: 'producer' }),
      testSpan('take', 'send', 900, 950, {
        kind: 'consumer',
        service: 'restaurant',
      }),
    ],
  ],
  [
    'a server span under a producer that did not wait',
    [
      testSpan('send', null, 0, 1, { kind: 'producer' }),
      testSpan('take', 'send', 900, 950, {
        kind: 'server',
        service: 'restaurant',
      }),
    ],
  ],
  [
    'what a browser does about an event after the server’s span has ended',
    [
      testSpan('save', null, 0, 5, { kind: 'server' }),
      testSpan('hear', 'save', 300, 310, browser),
    ],
  ],
  ['a server that works on after a short call', [call, answer(2, 40)]],
  [
    'a server whose caller gave up before it began to answer',
    [
      {
        ...call,
        status: { code: 'error', message: 'no whole answer came back' },
      },
      answer(4, 12),
    ],
  ],
  [
    'a call whose end is not known yet',
    [{ ...call, endTimeUnixNano: '' }, answer(100, 104)],
  ],
])('%s is not corrected', (_, spans) => {
  const { spans: same, movedMs } = correctClockSkew(spans)
  expect(movedMs).toEqual({})
  expect(same).toEqual(spans)
})

test('a call that was refused is a call that was answered', () => {
  const refused: Span = {
    ...call,
    status: { code: 'error' },
    attributes: { 'http.response.status_code': 409 },
  }
  expect(startsOf([refused, answer(100, 104)])).toEqual([0, 3])
})

test('a message cannot be taken before it was sent', () => {
  const spans = [
    testSpan('send', null, 100, 101, { kind: 'producer' }),
    testSpan('take', 'send', 20, 50, {
      kind: 'consumer',
      service: 'restaurant',
    }),
  ]
  expect(startsOf(spans)).toEqual([0, 0])
  expect(correctClockSkew(spans).movedMs).toEqual({ restaurant: 80 })
})

test('several calls are moved by one amount that fits them all', () => {
  const second = testSpan('second', null, 20, 24, {
    ...browser,
    kind: 'client',
  })
  const spans = [
    call,
    answer(1001, 1003),
    second,
    testSpan('other', 'second', 1021, 1023, { kind: 'server' }),
  ]
  expect(startsOf(spans)).toEqual([0, 1, 20, 21])
})

test('a clock that was set between two calls is corrected call by call, and said', () => {
  const second = testSpan('second', null, 20, 30, {
    ...browser,
    kind: 'client',
  })
  const spans = [
    call,
    answer(1000, 1004),
    testSpan('step', 'answer', 1001, 1002),
    second,
    testSpan('other', 'second', 23, 27, { kind: 'server' }),
  ]
  const { movedMs, unsteady } = correctClockSkew(spans)
  expect(startsOf(spans)).toEqual([0, 3, 4, 20, 23])
  expect(movedMs).toEqual({ plateful: -997 })
  expect(unsteady).toEqual(['plateful'])
})

test('spans that are each other’s parents end, and so does the correction', () => {
  const loop = (service: string, spanId: string, parent: string, at: number) =>
    testSpan(spanId, parent, at, at + 1, { service, kind: 'server' })
  const spans = [
    loop('a', 'one', 'two', 0),
    loop('b', 'two', 'one', 500),
    loop('b', 'three', 'three', 40),
  ]
  expect(correctClockSkew(spans).spans).toHaveLength(3)
})

test('times from the beginning to the end of time break nothing', () => {
  const end = String(2n ** 64n - 1n)
  const spans = [
    { ...call, startTimeUnixNano: '0', endTimeUnixNano: '1' },
    { ...answer(0, 1), startTimeUnixNano: end, endTimeUnixNano: end },
  ]
  expect(startsOf(spans)).toEqual([0, 0])
})

/** What happens within what, and when: in hundredths of what is around it. */
const tree = fc.array(
  fc.record({
    under: fc.nat(),
    from: fc.integer({ min: 0, max: 40 }),
    to: fc.integer({ min: 60, max: 100 }),
    kind: fc.constantFrom('call', 'step', 'put off'),
  }),
  { minLength: 1, maxLength: 12 },
)
type Tree = typeof tree extends fc.Arbitrary<infer T> ? T : never

const services = ['browser', 'plateful', 'restaurant', 'bank']

type Within = {
  id: string | null
  level: number
  start: number
  length: number
}

/** Steps of a service, and calls with their answers in the next, all on time. */
function spansOf(nodes: Tree): Span[] {
  const found: Span[] = []
  const insides: Within[] = []
  for (const [at, { under, from, to, kind }] of nodes.entries()) {
    const around = insides[under % Math.max(1, at)] ?? {
      id: null,
      level: 0,
      start: 0,
      length: 1000,
    }
    const { level } = around
    const id = `s${at}`
    const start = around.start + (around.length * from) / 100
    const end = around.start + (around.length * to) / 100
    const isCall = level < 3 && (at === 0 || kind === 'call')
    found.push(
      testSpan(id, around.id, start, end, {
        service: services[level],
        kind: isCall ? 'client' : 'internal',
      }),
    )
    const length = end - start
    const inside: Within = isCall
      ? {
          id: `${id}-answer`,
          level: level + 1,
          start: start + length * 0.1,
          length: length * 0.7,
        }
      : { id, level, start, length }
    const service = services[inside.level]
    if (isCall)
      found.push(
        testSpan(
          `${id}-answer`,
          id,
          inside.start,
          inside.start + inside.length,
          {
            service,
            kind: 'server',
          },
        ),
      )
    if (kind === 'put off')
      found.push(
        testSpan(`${id}-later`, inside.id, end + 500, end + 600, {
          service,
          kind: 'producer',
        }),
      )
    insides.push(inside)
  }
  return found
}

/** Not at all, by less than a call takes, or by more than a year. */
const offsets = fc.record(
  Object.fromEntries(
    services.map((service) => [
      service,
      fc.oneof(
        fc.constant(0),
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: -40_000_000_000, max: 40_000_000_000 }),
      ),
    ]),
  ),
)

/** The layout of each service by itself, in milliseconds. */
function layouts(spans: readonly Span[]) {
  return services.map((service) => {
    const own = spans.filter((span) => span.service === service)
    const first = BigInt(own[0]?.startTimeUnixNano ?? 0)
    return own.map((span) =>
      [span.startTimeUnixNano, span.endTimeUnixNano].map((time) =>
        Number(BigInt(time) - first),
      ),
    )
  })
}

function isNested(spans: readonly Span[]): boolean {
  const byId = new Map(spans.map((span) => [span.spanId, span]))
  return spans.every((span) => {
    const parent = byId.get(span.parentSpanId ?? '')
    if (!parent || span.kind !== 'server') return true
    return (
      BigInt(span.startTimeUnixNano) >= BigInt(parent.startTimeUnixNano) &&
      BigInt(span.endTimeUnixNano) <= BigInt(parent.endTimeUnixNano)
    )
  })
}

test('clocks that are off by any amount, either way, give back the same layout', () => {
  fc.assert(
    fc.property(tree, offsets, (node, off) => {
      const spans = spansOf(node)
      const skewed = spans.map((span) => ahead(span, off[span.service] ?? 0))
      const { spans: corrected, unsteady } = correctClockSkew(skewed)
      expect(layouts(corrected)).toEqual(layouts(spans))
      expect(isNested(corrected)).toBe(true)
      expect(unsteady).toEqual([])
    }),
  )
})

test('how far a clock is off makes no difference to the outcome', () => {
  const far = fc.integer({ min: 5_000, max: 40_000_000_000 })
  fc.assert(
    fc.property(tree, far, far, fc.boolean(), (node, one, other, isAhead) => {
      const sign = isAhead ? 1 : -1
      const corrected = (ms: number) =>
        correctClockSkew(
          spansOf(node).map((span) =>
            span.service === 'browser' ? ahead(span, ms * sign) : span,
          ),
        ).spans
      expect(corrected(one)).toEqual(corrected(other))
    }),
  )
})

test('spans without skew are untouched', () => {
  fc.assert(
    fc.property(tree, (node) => {
      const spans = spansOf(node)
      const { spans: same, movedMs } = correctClockSkew(spans)
      expect(same.every((span, at) => span === spans[at])).toBe(true)
      expect(movedMs).toEqual({})
    }),
  )
})

/** Any spans at all, with parents, kinds and services in any muddle. */
const muddle = fc
  .array(
    fc.record({
      parent: fc.integer({ min: -1, max: 11 }),
      start: fc.integer({ min: 0, max: 5_000 }),
      length: fc.integer({ min: 0, max: 50 }),
      service: fc.constantFrom(...services),
      kind: fc.constantFrom(
        'internal',
        'server',
        'client',
        'producer',
        'consumer',
      ),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(({ parent, start, length, service, kind }, at) =>
      testSpan(
        `s${at}`,
        parent < 0 ? null : `s${parent}`,
        start,
        start + length,
        {
          service,
          kind,
        },
      ),
    ),
  )

test('what was corrected once is not moved again', () => {
  fc.assert(
    fc.property(tree, offsets, (node, off) => {
      const skewed = spansOf(node).map((span) =>
        ahead(span, off[span.service] ?? 0),
      )
      const { spans } = correctClockSkew(skewed)
      expect(correctClockSkew(spans).movedMs).toEqual({})
    }),
  )
})

test('no muddle of spans makes it throw, lose a span, or change a duration', () => {
  fc.assert(
    fc.property(muddle, (spans) => {
      const { spans: corrected } = correctClockSkew(spans)
      const lengths = (list: readonly Span[]) =>
        list.map(({ spanId, startTimeUnixNano, endTimeUnixNano }) => [
          spanId,
          BigInt(endTimeUnixNano) - BigInt(startTimeUnixNano),
        ])
      expect(lengths(corrected)).toEqual(lengths(spans))
    }),
  )
})
