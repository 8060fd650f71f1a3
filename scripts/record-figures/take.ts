import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from '@playwright/test'
import { sandboxKey } from '@/components/sandbox-keys'
import { Trace, type Span } from '@/contracts/trace'
import type { LabName } from '@/labs/labs'
import { keepTrace } from './keep-trace'
import { hrefOf, type Play, type Shown } from './play'

const lookMs = 300
/** A trace is over when nothing was added to it in so many looks. */
const quietLooks = 5
/** Some parents never come: a page need not send the spans that it began. */
const patientLooks = 15

/** Plays a lab once, as a reader who has been here before. */
export async function takeOf(
  browser: Browser,
  base: string,
  lab: LabName,
  { run, hasOneAxis = false }: Play,
) {
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width: 1440, height: 1000 },
  })
  try {
    const page = await context.newPage()
    await enterSandbox(page)
    await page.goto(`/labs/${lab}`)
    await working(page)
    const { outcome, traces } = await run(page)
    const kept = []
    for (const shown of traces) kept.push(await keptOf(page, shown))
    const untilMs = Math.max(0, ...kept.map((trace) => trace.untilMs))
    return {
      outcome,
      traces: kept.map((trace) => (hasOneAxis ? { ...trace, untilMs } : trace)),
      lengthMs: kept.reduce((sum, trace) => sum + trace.untilMs, 0),
    }
  } finally {
    await context.close()
  }
}

/** What is recorded is the usual run, and not that a sandbox was opened. */
async function enterSandbox(page: Page): Promise<void> {
  await page.goto('/problems')
  await page.evaluate(async (key) => {
    const reply = await fetch('/api/sandboxes', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    const { id, expiresAt } = Object(await reply.json())
    localStorage.setItem(key, JSON.stringify({ id, expiresAt }))
  }, sandboxKey)
}

/** The page shows a picture of its lab until the lab's own code is there. */
async function working(page: Page): Promise<void> {
  await page.locator('[data-working]').first().waitFor()
}

async function keptOf(page: Page, shown: Shown) {
  const { title, link, maxRows = 10, places } = shown
  const href = typeof link === 'string' ? link : await hrefOf(link)
  const traceId = href.split('/').at(-1) ?? ''
  const spans = await wholeTrace(page, traceId)
  return keepTrace(title, spans, { maxRows, places })
}

/** A trace once nothing comes in any more. */
async function wholeTrace(page: Page, id: string): Promise<readonly Span[]> {
  let last: readonly Span[] = []
  for (let look = 0, quiet = 0; look < 100; look++) {
    await sleep(lookMs)
    const reply = await page.request.get(`/api/traces/${id}`)
    if (!reply.ok()) continue
    const { spans } = Trace.parse(await reply.json())
    quiet = spans.length === last.length ? quiet + 1 : 0
    last = spans
    if (quiet >= (isWhole(spans) ? quietLooks : patientLooks)) return spans
  }
  throw new Error(`The trace ${id} did not become complete`)
}

function isWhole(spans: readonly Span[]): boolean {
  const ids = new Set(spans.map(({ spanId }) => spanId))
  return spans.every(
    ({ parentSpanId }) => parentSpanId === null || ids.has(parentSpanId),
  )
}
