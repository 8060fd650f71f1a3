import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { Span } from '@/contracts/trace'
import { openBrowser, openFront, openPage } from './browser'
import { state, type Result } from './results'
import { roundCount } from './rounds'
import type { Server } from './start-server'
import { placeOrder } from './visit'

const perSecond = 200
const forMs = 5_000
const everyMs = 50
const mostFrameMs = 50

type Round = {
  worstMs: number
  fps: number
  rows: number
  driftPx: number
  shifts: number
  pressShifts: number
}
type Frames = { frames: number; worstMs: number; forMs: number }

/**
 * Spans that arrive while their trace is on the screen. The order and its
 * trace are real; the stream is a stand-in, since a real trace ends at 512
 * spans. A reader has scrolled, and their row has to stay where it is.
 */
export async function measureLive(site: Server): Promise<Result[]> {
  const streams = new Set<ServerResponse>()
  const behind = await openFront(site.port, {})
  const front = await openFront(site.port, {
    '/api/events': (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      response.write('retry: 2000\nid: 0\n\n')
      streams.add(response)
      response.once('close', () => streams.delete(response))
    },
  })
  const browser = await openBrowser()
  const rounds: Round[] = []
  try {
    for (let round = 0; round < roundCount; round++) {
      const page = await openPage(browser)
      const path = await placeOrder(page, `http://127.0.0.1:${behind.port}`)
      await sleep(1000)
      const pressShifts = await page.evaluate<number>('benchProbe.shifts')
      await page.goto(`http://127.0.0.1:${front.port}${path}`)
      const live = await measureRound(page, path.slice(-32), streams)
      rounds.push({ ...live, pressShifts })
      await page.context().close()
    }
  } finally {
    await browser.close()
    front.close()
    behind.close()
  }
  return rowsOf(rounds)
}

async function measureRound(
  page: Page,
  traceId: string,
  streams: Set<ServerResponse>,
): Promise<Omit<Round, 'pressShifts'>> {
  await page.evaluate('benchProbe.firstRow')
  while (streams.size === 0) await sleep(20)
  const reply = await page.request.get(
    new URL(`/api/traces/${traceId}`, page.url()).href,
  )
  const { spans }: { spans: Span[] } = await reply.json()
  const feed = new Feed(spans, streams)

  // Enough that the list is windowed and can be scrolled.
  await feed.send(250)
  await sleep(1500)
  await page.evaluate('void (benchProbe.scroller().scrollTop = 900)')
  await sleep(500)
  await page.evaluate('void (benchProbe.stop = benchProbe.watchFrames())')
  const before = await page.evaluate<{ id: string; y: number }>(
    'benchProbe.topRow()',
  )
  await feed.send((perSecond * forMs) / 1000)
  await sleep(300)
  const frames = await page.evaluate<Frames>('benchProbe.stop()')
  const y = await page.evaluate<number | null>(
    `benchProbe.placeOf(${JSON.stringify(before.id)})`,
  )
  const heading = await page.locator('#timeline-name').textContent()
  return {
    worstMs: frames.worstMs,
    fps: (frames.frames / frames.forMs) * 1000,
    rows: Number(/(\d+) spans/.exec(heading ?? '')?.[1] ?? NaN),
    driftPx: y === null ? Infinity : Math.abs(y - before.y),
    shifts: await page.evaluate<number>('benchProbe.shifts'),
  }
}

/** Sends spans at an even pace: inside of the trace, early and late in it. */
class Feed {
  readonly #streams: Set<ServerResponse>
  readonly #like: Span
  readonly #parent: string
  #sent = 0

  constructor(spans: readonly Span[], streams: Set<ServerResponse>) {
    const like = spans.find(({ kind }) => kind === 'internal') ?? spans[0]
    const root = spans.find(({ kind }) => kind === 'server') ?? spans[0]
    if (!like || !root) throw new Error('The trace has no spans')
    this.#streams = streams
    this.#like = like
    this.#parent = root.spanId
  }

  async send(count: number): Promise<void> {
    const startedAt = performance.now()
    const until = this.#sent + count
    const first = this.#sent
    while (this.#sent < until) {
      const due = ((performance.now() - startedAt) / 1000) * perSecond
      while (this.#sent < Math.min(until, first + due)) this.#write()
      await sleep(everyMs)
    }
  }

  #write(): void {
    const number = ++this.#sent
    const start = BigInt(this.#like.startTimeUnixNano)
    // Every other one begins before the last, so that rows come in above.
    const offset = BigInt((number % 2 === 0 ? number : -number) * 100)
    const span: Span = {
      ...this.#like,
      spanId: number.toString(16).padStart(16, 'b'),
      parentSpanId: this.#parent,
      name: `work ${number}`,
      startTimeUnixNano: String(start + offset),
      endTimeUnixNano: String(start + offset + 50_000n),
    }
    const block = `id: ${number}\nevent: span.ended\ndata: ${JSON.stringify(span)}\n\n`
    for (const stream of this.#streams) stream.write(block)
  }
}

function rowsOf(rounds: Round[]): Result[] {
  const row = (
    what: string,
    unit: string,
    value: (round: Round) => number,
    goal: string,
    note?: string,
  ) => state({ what, unit, floorName: '', goal, note }, rounds.map(value))
  const rows = rounds.map(({ rows }) => rows)
  return [
    row(
      `${perSecond} spans a second for ${forMs / 1000} s: longest frame`,
      'ms',
      ({ worstMs }) => worstMs,
      `<= ${mostFrameMs} ms`,
      `a stand-in stream; ${Math.min(...rows)} rows at the end`,
    ),
    row('the same: frames', '/s', ({ fps }) => fps, ''),
    row(
      "the same: how far the reader's row moved",
      'px',
      ({ driftPx }) => driftPx,
      '0 px',
    ),
    row('the same: layout shift', '', ({ shifts }) => shifts, '0'),
    row(
      'layout shift on / from load to the end of an order',
      '',
      ({ pressShifts }) => pressShifts,
      '0',
    ),
  ]
}
