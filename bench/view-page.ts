import type { CDPSession, Page } from '@playwright/test'

const clicks = 8
const scrollForMs = 1500
/** Five rows a frame: 300 rows a second. */
const scrollBy = 110

export type View = {
  firstMs: number
  drawnMs: number
  scroll: { fps: number; worstMs: number }
  click: { ms: number[] }
  elements: number
  heapMiB: number
}

/** What the probe in the page tells (page-probe.mjs). */
type Frames = { frames: number; worstMs: number; forMs: number }

/** Loads a view of a trace and does to it what a reader does. */
export async function measurePage(
  page: Page,
  address: string,
  slowdown: number,
): Promise<View> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.goto(address, { waitUntil: 'commit' })
  const firstMs = await page.evaluate<number>('benchProbe.firstRow')
  const arrivedAt = await page.evaluate<number>(
    'benchProbe.arrivedAt("bench-trace")',
  )
  await page.waitForLoadState('networkidle')
  const memory = await memoryOf(devtools)
  const click = { ms: await measureClicks(page) }
  const frames = await page.evaluate<Frames & { emptyFrames: number }>(
    `benchProbe.scroll(${scrollForMs}, ${scrollBy})`,
  )
  if (frames.emptyFrames > 0)
    throw new Error(`${address}: rows are missing while it is scrolled`)
  return {
    firstMs,
    drawnMs: firstMs - arrivedAt,
    click,
    scroll: {
      fps: (frames.frames / frames.forMs) * 1000,
      worstMs: frames.worstMs,
    },
    ...memory,
  }
}

/** Real clicks, each on a row of its own. */
async function measureClicks(page: Page): Promise<number[]> {
  const places = await page.evaluate<{ x: number; y: number }[]>(
    `benchProbe.places(${clicks})`,
  )
  const ms: number[] = []
  for (const { x, y } of places) {
    await page.evaluate('benchProbe.awaitClick()')
    await page.mouse.click(x, y)
    const click = await page.evaluate<{ ms: number; isOpen: boolean }>(
      'benchProbe.click',
    )
    if (!click.isOpen) throw new Error('A click did not open its span')
    ms.push(click.ms)
    await page.waitForTimeout(100)
  }
  if (ms.length === 0) throw new Error('There was no row to click on')
  return ms
}

async function memoryOf(devtools: CDPSession) {
  await devtools.send('HeapProfiler.collectGarbage')
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: 'document.getElementsByTagName("*").length',
  })
  await devtools.send('Performance.enable')
  const { metrics } = await devtools.send('Performance.getMetrics')
  await devtools.send('Performance.disable')
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')
  return {
    elements: Number(result.value),
    heapMiB: (heap?.value ?? NaN) / 1024 / 1024,
  }
}
