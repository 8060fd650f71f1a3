import { expect, it } from 'vitest'
import recording from '@/recordings/place-order.json'
import { Trace, type WireMessage } from '@/contracts/trace'
import { wireOfSpan, type WireOfSpan } from './exchange'
import { journeyInWords, sortedFields, stampOf } from './exchange-words'
import { testSpan } from './testing'

const message = (startLine: string): WireMessage => ({
  startLine,
  headers: [],
  body: null,
  bodyBytes: null,
})
const wire = {
  request: message('POST /api/orders HTTP/1.1'),
  response: message('HTTP/1.1 201 Created'),
}
const method = { 'http.request.method': 'POST' }

/** A press in the browser, and the server that answers it. */
function pressed(
  call: Parameters<typeof testSpan>[4] = {},
  server: Parameters<typeof testSpan>[4] = {},
) {
  return [
    testSpan('press', null, 0, 60, { service: 'browser' }),
    testSpan('call', 'press', 9, 40, {
      service: 'browser',
      kind: 'client',
      attributes: { ...method, 'http.response.status_code': 201 },
      ...call,
    }),
    testSpan('door', 'call', 15, 33, { kind: 'server', wire, ...server }),
    testSpan('step', 'door', 16, 20),
    testSpan('statement', 'step', 17, 18, { kind: 'client' }),
  ]
}

function find(spans: ReturnType<typeof pressed>, spanId: string): WireOfSpan {
  const span = spans.find((one) => one.spanId === spanId)
  if (!span) throw new Error(`no span ${spanId}`)
  return wireOfSpan(spans, span)
}

function crossingsOf(found: WireOfSpan) {
  return found.kind === 'none' ? [] : found.exchange.crossings
}

it('both ends of a call show the same exchange, with the times of both', () => {
  for (const end of ['call', 'door']) {
    const found = find(pressed(), end)
    expect(found.kind).toBe('own')
    expect(crossingsOf(found)).toMatchObject([
      { direction: 'request', leftMs: 9, arrivedMs: 15, fate: 'received' },
      { direction: 'response', leftMs: 33, arrivedMs: 40, fate: 'received' },
    ])
  }
})

it('a step without messages belongs to the nearest exchange around it', () => {
  const found = find(pressed(), 'statement')
  expect(found).toMatchObject({
    kind: 'around',
    exchange: { startMs: 9, span: { spanId: 'call' } },
  })
})

it('a step that leads to an exchange says which', () => {
  expect(find(pressed(), 'press')).toMatchObject({
    kind: 'within',
    exchange: { span: { spanId: 'call' } },
  })
})

it('a trace without messages has none, for every step', () => {
  const spans = pressed({}, { wire: undefined })
  for (const { spanId } of spans)
    expect(find(spans, spanId)).toEqual({ kind: 'none' })
})

it('an answer that nobody received is lost, and what the server did is not', () => {
  const spans = pressed({
    attributes: method,
    status: { code: 'error', message: 'no whole answer came back' },
  })
  expect(crossingsOf(find(spans, 'door'))).toMatchObject([
    { fate: 'received' },
    { leftMs: 33, arrivedMs: null, fate: 'lost' },
  ])
})

it('a request that no server took is lost', () => {
  const spans = pressed({
    attributes: method,
    status: { code: 'error' },
    wire: { request: wire.request },
  }).slice(0, 2)
  expect(crossingsOf(find(spans, 'call'))).toMatchObject([
    { leftMs: 9, arrivedMs: null, fate: 'lost' },
  ])
})

it('a refusal arrives, and is told apart', () => {
  const refused = {
    ...wire,
    response: message('HTTP/1.1 429 Too Many Requests'),
  }
  const [, response] = crossingsOf(find(pressed({}, { wire: refused }), 'door'))
  expect(response).toMatchObject({ fate: 'refused', arrivedMs: 40 })
})

it('a caller outside of the trace leaves its times open', () => {
  const spans = pressed().slice(2)
  expect(crossingsOf(find(spans, 'door'))).toMatchObject([
    { leftMs: null, arrivedMs: expect.any(Number) },
    { leftMs: expect.any(Number), arrivedMs: null, fate: 'received' },
  ])
})

it('in a real order each end of both exchanges has its two messages', () => {
  const { spans } = Trace.parse(recording.trace)
  const own = spans.filter((span) => wireOfSpan(spans, span).kind === 'own')
  expect(own.map(({ name, service }) => `${service} ${name}`)).toEqual([
    'browser POST /api/orders',
    'plateful POST /api/orders',
    'plateful POST /api/webhooks/kitchen',
    'restaurant POST /api/webhooks/kitchen',
  ])
  for (const span of own)
    expect(crossingsOf(wireOfSpan(spans, span))).toHaveLength(2)
})

it('what is still to come is told as such, and has no stamp yet', () => {
  const [request, response] = crossingsOf(find(pressed(), 'door'))
  if (!request || !response) throw new Error('two messages were expected')
  expect(journeyInWords(request, 12)).toBe('Left at 9.0 ms, arrives at 15.0 ms')
  expect(stampOf(request, 12)).toBeNull()
  expect(stampOf(request, 15)).toBe('in 6.0 ms')
  expect(journeyInWords(response, 12)).toBe(
    'Leaves at 33.0 ms, arrives at 40.0 ms',
  )
  expect(journeyInWords({ ...response, fate: 'lost' }, 50)).toBe(
    'Left at 33.0 ms, reached nobody',
  )
  expect(stampOf({ ...response, fate: 'lost' }, 50)).toBe('line cut')
})

it('all header fields are there, the telling ones first', () => {
  const { telling, others } = sortedFields([
    ['accept', '*/*'],
    ['Traceparent', '00-1-1-01'],
    ['set-cookie', 'a'],
    ['set-cookie', 'b'],
    ['content-type', 'application/json'],
  ])
  expect(telling.map(([name]) => name)).toEqual([
    'content-type',
    'set-cookie',
    'set-cookie',
    'Traceparent',
  ])
  expect(others).toEqual([['accept', '*/*']])
})
