import type { Browser, Page, Response } from '@playwright/test'
import { brotliBytes } from './brotli'
import { openBrowser, openPage } from './browser'
import { makeTrace } from './make-trace'
import { state, type Result } from './results'
import type { Server } from './start-server'
import { placeOrder } from './visit'

/** Bytes that crossed, by path: brotli, and fonts and pictures as they are. */
type Loaded = Map<string, { bytes: number; isScript: boolean }>

const replayKiB = 60
const totalKiB = 290

/**
 * What a browser loads: all of the front page, and the code that comes with
 * the first use of a replay, by an address and by a dropped file.
 */
export async function measureSize({ port }: Server): Promise<Result[]> {
  const origin = `http://127.0.0.1:${port}`
  const browser = await openBrowser()
  try {
    const front = await loadedBy(browser, async (page) => {
      await page.goto(origin, { waitUntil: 'networkidle' })
    })
    const trace = await traceOf(browser, origin)
    const replay = await loadedBy(
      browser,
      async (page) => {
        await page.goto(trace.address)
        await page.locator('[data-span-row]').first().waitFor()
        // Its stream stays open, so the network never rests.
        await page.waitForTimeout(2000)
      },
      trace.state,
    )
    const dropped = await loadedBy(browser, async (page) => {
      await page.goto(`${origin}/trace`, { waitUntil: 'networkidle' })
      await page.getByLabel('Choose a file of spans').setInputFiles({
        name: 'spans.json',
        mimeType: 'application/json',
        buffer: Buffer.from(makeTrace(50)),
      })
      await page.locator('[data-span-row]').first().waitFor()
      await page.waitForLoadState('networkidle')
    })
    return rowsOf(front, replay, dropped)
  } finally {
    await browser.close()
  }
}

async function traceOf(browser: Browser, origin: string) {
  const page = await openPage(browser)
  const path = await placeOrder(page, origin)
  const state = await page.context().storageState()
  await page.context().close()
  return { address: `${origin}${path}`, state }
}

type State = Awaited<ReturnType<typeof traceOf>>['state']

async function loadedBy(
  browser: Browser,
  visit: (page: Page) => Promise<void>,
  storageState?: State,
): Promise<Loaded> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    storageState,
  })
  const page = await context.newPage()
  const loaded: Loaded = new Map()
  const reading: Promise<void>[] = []
  page.on('response', (response) => reading.push(note(response, loaded)))
  await visit(page)
  await Promise.all(reading)
  await context.close()
  return loaded
}

async function note(response: Response, loaded: Loaded): Promise<void> {
  const { pathname } = new URL(response.url())
  const type = response.request().resourceType()
  const isStream = pathname === '/api/events' || type === 'eventsource'
  if (isStream || !response.ok()) return
  // A page that is left takes the bodies of its last replies with it.
  const body = await response.body().catch(() => null)
  if (!body) return
  const isPacked = /^(font|image|media)$/.test(type)
  loaded.set(pathname, {
    bytes: isPacked ? body.length : brotliBytes(body),
    isScript: type === 'script',
  })
}

function rowsOf(front: Loaded, replay: Loaded, dropped: Loaded): Result[] {
  const scripts = (loaded: Loaded) =>
    [...loaded].filter(([path, { isScript }]) => isScript && !front.has(path))
  const weigh = (list: { bytes: number }[]) =>
    list.reduce((all, { bytes }) => all + bytes, 0) / 1024
  const row = (what: string, files: { bytes: number }[], most: number) =>
    state(
      {
        what,
        unit: 'KiB',
        floorName: 'the goal',
        goal:
          most === replayKiB
            ? `<= ${most} KiB, best 35 KiB`
            : `<= ${most} KiB, best 220 KiB`,
        note: `${files.length} files`,
      },
      [weigh(files)],
      most,
    )
  const files = (loaded: Loaded) => scripts(loaded).map(([, file]) => file)
  return [
    row('all bytes at load of /, text brotli', [...front.values()], totalKiB),
    row(
      'replay code beyond that of /, at /trace/<id>',
      files(replay),
      replayKiB,
    ),
    row(
      'replay code beyond that of /, a dropped file',
      files(dropped),
      replayKiB,
    ),
  ]
}
