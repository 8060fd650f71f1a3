import type { Page } from '@playwright/test'
import { expect, openFirstPage, orderReply, test } from './fixtures'

type Span = {
  spanId: string
  parentSpanId: string | null
  name: string
  service: string
  startTimeUnixNano: string
  endTimeUnixNano: string
  attributes: Record<string, unknown>
}

/** The browser's spans of the order that a press places. */
async function press(page: Page, button = page.getByRole('button')) {
  const replied = orderReply(page)
  await button.click()
  const reply = await replied
  expect(reply.status()).toBe(201)
  const traceId = reply.headers()['traceresponse']?.split('-')[1]
  let spans: Span[] = []
  await expect(async () => {
    const trace = await page.request.get(`/api/traces/${traceId}`)
    const all: Span[] = (await trace.json()).spans
    spans = all.filter(({ service }) => service === 'browser')
    expect(spans.map(({ name }) => name)).toContain('press Place order')
  }).toPass()
  return spans
}

function one(spans: Span[], name: string): Span {
  const [found, ...more] = spans.filter((span) => span.name === name)
  if (!found || more.length > 0) throw new Error(`Not one span: ${name}`)
  return found
}

const begins = (span: Span) => BigInt(span.startTimeUnixNano)
const ends = (span: Span) => BigInt(span.endTimeUnixNano)

/** No span begins before its parent, none ends after it, nor before its start. */
function expectNested(spans: Span[]) {
  const byId = new Map(spans.map((span) => [span.spanId, span]))
  for (const span of spans) {
    expect(ends(span) >= begins(span), span.name).toBe(true)
    const parent = byId.get(span.parentSpanId ?? '')
    if (!parent) continue
    expect(begins(span) >= begins(parent), span.name).toBe(true)
    expect(ends(span) <= ends(parent), span.name).toBe(true)
  }
}

function expectInOrder(spans: Span[], names: string[]) {
  const found = names.map((name) => one(spans, name))
  for (const [at, span] of found.entries()) {
    const before = found[at - 1]
    if (before) expect(begins(span) >= ends(before), span.name).toBe(true)
  }
}

const measured = [
  'hear the press',
  'prepare the request',
  'wait for the first byte',
  'read the reply',
  'parse the reply',
  'paint the confirmation',
]

test('the first page measures every moment from the press to the paint', async ({
  page,
}) => {
  const spans = await press(page, await openFirstPage(page))
  expectNested(spans)
  expectInOrder(spans, measured)
  const call = one(spans, 'POST /api/orders')
  expect(call.attributes).toMatchObject({
    'http.request.method': 'POST',
    'http.response.status_code': 201,
    'http.request.body.size': expect.any(Number),
    'http.response.body.size': expect.any(Number),
    'network.protocol.version': '1.1',
    'server.address': '127.0.0.1',
    'timing.source': 'resource-timing',
  })
  expect(call.attributes['http.response.body.size']).toBeGreaterThan(100)
})

test('Plateful measures the same', async ({ page }) => {
  await page.goto('/plateful/lantern-noodle-house')
  await page.getByRole('button', { name: /^Add .*Miso ramen/i }).click()
  const spans = await press(
    page,
    page.getByRole('button', { name: /^Place order/ }),
  )
  expectNested(spans)
  expectInOrder(spans, measured)
})

test('a page whose list of measurements is full measures all the same', async ({
  page,
}) => {
  await page.addInitScript(() => performance.setResourceTimingBufferSize(0))
  const spans = await press(page, await openFirstPage(page))
  const call = one(spans, 'POST /api/orders')
  expect(call.attributes['timing.source']).toBe('resource-timing')
  expectInOrder(spans, measured)
})

test('a browser that measures nothing tells what the page saw, and says so', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'PerformanceObserver')
  })
  const spans = await press(page, await openFirstPage(page))
  expectNested(spans)
  const call = one(spans, 'POST /api/orders')
  expect(call.attributes['timing.source']).toBe('fetch')
  expect(call.attributes).not.toHaveProperty(['http.response.body.size'])
  expectInOrder(spans, [
    'wait for the first byte',
    'read the reply',
    'parse the reply',
    'paint the confirmation',
  ])
  expect(spans.map(({ name }) => name)).not.toContain('prepare the request')
})
