import { expect, test } from 'vitest'
import {
  ApiProblemError,
  BrokenContractError,
  NotKnownError,
} from './api-errors'
import { BrowserTrace } from './browser-trace'
import { recordCall } from './record-call'
import type { Marks, Timing } from './request-timing'

const timing: Timing = {
  startTime: 100,
  domainLookupStart: 100,
  domainLookupEnd: 100,
  connectStart: 100,
  connectEnd: 100,
  secureConnectionStart: 0,
  requestStart: 104,
  responseStart: 128,
  responseEnd: 136,
  nextHopProtocol: 'h2',
  encodedBodySize: 512,
}
const whole: Marks = {
  sentAt: 100,
  status: 201,
  headersAt: 130,
  readAt: 140,
  parsedAt: 141,
}

async function recorded(given: {
  marks: Marks
  timing?: Timing | null
  refusal?: unknown
}) {
  const trace = new BrowserTrace()
  const root = trace.start('press Place order', { startedAt: 90 })
  const call = trace.start('POST /api/orders', { parent: root, startedAt: 99 })
  const { marks, refusal, timing = null } = given
  trace.expect(
    recordCall({
      trace,
      root,
      call,
      marks,
      refusal,
      timing: () => Promise.resolve(timing),
    }),
  )
  await trace.settled()
  const spans = trace.spans
  const byId = new Map(spans.map((span) => [span.spanId, span.name]))
  const [own] = spans.filter(({ name }) => name === 'POST /api/orders')
  if (!own) throw new Error('The call was not recorded')
  return {
    call: own,
    under: spans.map(({ name, parentSpanId }) => [
      name,
      byId.get(parentSpanId ?? '') ??
        (parentSpanId === root.spanId ? 'root' : null),
    ]),
  }
}

test('a call that was measured has its parts, its sizes and its protocol', async () => {
  const { call, under } = await recorded({ marks: whole, timing })
  expect(under).toEqual([
    ['POST /api/orders', 'root'],
    ['prepare the request', 'POST /api/orders'],
    ['wait for the first byte', 'POST /api/orders'],
    ['read the reply', 'POST /api/orders'],
    ['parse the reply', 'root'],
  ])
  expect(call.status).toEqual({ code: 'unset' })
  expect(call.attributes).toEqual({
    'http.response.status_code': 201,
    'http.response.body.size': 512,
    'network.protocol.name': 'http',
    'network.protocol.version': '2',
    'timing.source': 'resource-timing',
  })
})

test('where the browser measured nothing it says so, and tells no sizes', async () => {
  const { call } = await recorded({ marks: whole })
  expect(call.attributes).toEqual({
    'http.response.status_code': 201,
    'timing.source': 'fetch',
  })
})

test('a refusal is an answer: its parts are there, and the call failed by its status', async () => {
  const problem = {
    type: '/problems/sold-out',
    title: 'Sold out',
    status: 409,
    detail: '',
    instance: '',
    traceId: '',
  }
  const refusal = new ApiProblemError(problem, null, {
    startLine: '',
    headers: [],
    body: null,
    bodyBytes: null,
  })
  const { call, under } = await recorded({
    marks: { ...whole, status: 409 },
    timing,
    refusal,
  })
  expect(under.map(([name]) => name)).toContain('read the reply')
  expect(call.status).toEqual({ code: 'error', message: 'Sold out' })
  expect(call.attributes).toMatchObject({
    'error.type': '409',
    'http.response.status_code': 409,
  })
})

test('a reply that broke off ends where it broke, and no later than now', async () => {
  const marks = { sentAt: 100, status: 201, headersAt: 130 }
  const refusal = new NotKnownError(false)
  const { call, under } = await recorded({ marks, timing, refusal })
  expect(under.map(([name]) => name)).toEqual([
    'POST /api/orders',
    'wait for the first byte',
    'read the reply',
  ])
  expect(call.status.code).toBe('error')
  expect(call.attributes).toEqual({
    'http.response.status_code': 201,
    'error.type': 'no-answer',
  })
})

test.each([
  [undefined, 'no-answer'],
  [502, '502'],
])(
  'no answer that makes sense, with status %s, is of type %s',
  async (status, type) => {
    const marks = status ? { ...whole, status } : { sentAt: 100 }
    const refusal = new NotKnownError(false)
    const { call } = await recorded({ marks, refusal })
    expect(call.status.code).toBe('error')
    expect(call.attributes['error.type']).toBe(type)
  },
)

test('an answer in the wrong shape is no fault of the call', async () => {
  const refusal = new BrokenContractError('not an order')
  const { call } = await recorded({ marks: whole, timing, refusal })
  expect(call.status.code).toBe('unset')
})
