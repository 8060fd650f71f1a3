/**
 * Makes the recordings: presses "Place order" in a real browser against the
 * production server on a database of its own, and keeps the trace of that
 * click as it was. Of several presses the one with the median duration is
 * kept, so that a recording shows neither a cold start nor a lucky run.
 * Needs a build (`npm run build`) and a Chromium.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import { Order } from '@/contracts/orders'
import { Trace, type Span } from '@/contracts/trace'
import site from '@/package.json'
import { findChromium } from './chromium.mjs'

const presses = 7
const port = 3219
const base = `http://127.0.0.1:${port}`
const folder = mkdtempSync(join(tmpdir(), 'back-of-house-record-'))

const server = spawn(process.execPath, ['scripts/serve.mjs'], {
  env: {
    ...process.env,
    PORT: String(port),
    DATA_DIR: folder,
    WEATHER_URL: 'off',
  },
  stdio: 'inherit',
})
try {
  await answered(`${base}/api/health`)
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const page = await browser.newPage()
  // The first press opens a sandbox as well: a cold start, not the usual run.
  await record(page)
  const takes = []
  for (let press = 1; press <= presses; press++) takes.push(await record(page))
  await browser.close()

  takes.sort((a, b) => a.durationMs - b.durationMs)
  const median = takes[Math.floor(presses / 2)]
  if (!median) throw new Error('Nothing was recorded')
  const { durationMs, ...recording } = median
  writeFileSync(
    'recordings/place-order.json',
    `${JSON.stringify(recording, null, 1)}\n`,
  )
  console.log(
    `Recorded ${recording.trace.spans.length} spans of an order that took ${durationMs.toFixed(1)} ms.`,
  )
} finally {
  server.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}

async function record(page: Page) {
  await page.goto(base)
  const replied = page.waitForResponse(
    (reply) =>
      reply.url() === `${base}/api/orders` &&
      reply.request().method() === 'POST',
  )
  await page.getByRole('button', { name: /^Place order/ }).click()
  const reply = await replied
  const order = Order.parse(await reply.json())
  const traceId = reply.headers()['traceresponse']?.split('-')[1] ?? ''
  const trace = await completeTrace(page, traceId)
  const served = trace.spans.find(isServed)
  if (!served?.wire?.request || !served.wire.response)
    throw new Error('The span of the order carries no messages')
  return {
    label: 'recorded' as const,
    recordedAt: new Date().toISOString(),
    version: site.version,
    order,
    request: served.wire.request,
    response: served.wire.response,
    trace,
    durationMs: durationOf(served),
  }
}

function isServed(span: Span): boolean {
  return span.kind === 'server' && span.name === 'POST /api/orders'
}

/** The trace once the browser's spans and the kitchen's have both arrived. */
async function completeTrace(page: Page, traceId: string): Promise<Trace> {
  for (let look = 0; look < 100; look++) {
    const reply = await page.request.get(`${base}/api/traces/${traceId}`)
    if (reply.ok()) {
      const trace = Trace.parse(await reply.json())
      const names = new Set(trace.spans.map((span) => span.name))
      const isComplete =
        names.has('print the ticket') &&
        trace.spans.some((span) => span.service === 'browser') &&
        trace.spans.every(
          ({ parentSpanId }) =>
            parentSpanId === null ||
            trace.spans.some((span) => span.spanId === parentSpanId),
        )
      if (isComplete) return trace
    }
    await sleep(100)
  }
  throw new Error('The trace did not become complete')
}

function durationOf(span: Span): number {
  const nanos = BigInt(span.endTimeUnixNano) - BigInt(span.startTimeUnixNano)
  return Number(nanos) / 1e6
}

async function answered(address: string): Promise<void> {
  for (let look = 0; look < 150; look++) {
    const reply = await fetch(address).catch(() => null)
    if (reply?.ok) return
    await sleep(200)
  }
  throw new Error(`No answer from ${address}`)
}
