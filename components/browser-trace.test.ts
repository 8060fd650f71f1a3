import { expect, test } from 'vitest'
import { Span } from '@/contracts/trace'
import { BrowserTrace, randomUuid, toOtlp } from './browser-trace'

function recorded() {
  const trace = new BrowserTrace()
  const root = trace.start('press Place order', { startedAt: 100 })
  const call = trace.start('POST /api/orders', {
    parent: root,
    kind: 'client',
    startedAt: 101.5,
    attributes: { 'http.request.method': 'POST' },
  })
  call.end({ 'http.response.status_code': 201 }, 110.25)
  root.end({}, 120)
  return { trace, root, call }
}

test('the parent that the server reads is valid W3C trace context', () => {
  const { trace, call } = recorded()
  expect(call.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)
  expect(call.traceparent.slice(3, 35)).toBe(trace.traceId)
})

test('its spans are what the contract calls spans', () => {
  for (const span of recorded().trace.spans) {
    expect(Span.safeParse(span).success).toBe(true)
  }
})

test('a child hangs under its parent and lies within it', () => {
  const [root, call] = recorded().trace.spans
  expect(call?.parentSpanId).toBe(root?.spanId)
  expect(
    BigInt(call?.endTimeUnixNano ?? 0) - BigInt(call?.startTimeUnixNano ?? 0),
  ).toBe(8_750_000n)
})

test('OTLP carries ids in hex, times as strings and kinds as numbers', () => {
  const { trace } = recorded()
  const [resource] = toOtlp(trace.spans).resourceSpans
  expect(resource?.resource.attributes).toEqual([
    { key: 'service.name', value: { stringValue: 'browser' } },
  ])
  expect(resource?.scopeSpans[0]?.spans[1]).toMatchObject({
    traceId: trace.traceId,
    kind: 3,
    startTimeUnixNano: expect.stringMatching(/^\d{19}$/),
    attributes: [
      { key: 'http.request.method', value: { stringValue: 'POST' } },
      { key: 'http.response.status_code', value: { intValue: '201' } },
    ],
  })
})

test('a random UUID is one of version 4, never the same twice', () => {
  const ids = new Set(Array.from({ length: 50 }, randomUuid))
  expect(ids.size).toBe(50)
  for (const id of ids) {
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-/)
  }
})
