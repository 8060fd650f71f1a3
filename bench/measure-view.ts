import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { root } from '@/scripts/child.mjs'
import { openBrowser, openFront, openPage, sendBytes } from './browser'
import { makeTrace } from './make-trace'
import { compare, state, type Result } from './results'
import { alternate } from './rounds'
import type { Server } from './start-server'
import { median } from './statistics'
import { measurePage, type View } from './view-page'

const floorName = 'windowed list'
const slowdown = 4

const cases = {
  ours1000: { page: '/trace', spans: 1_000, slowdown: 1 },
  floor1000: { page: '/bench-floor', spans: 1_000, slowdown: 1 },
  ours10000: { page: '/trace', spans: 10_000, slowdown: 1 },
  floor10000: { page: '/bench-floor', spans: 10_000, slowdown: 1 },
  oursSlow: { page: '/trace', spans: 10_000, slowdown },
  floorSlow: { page: '/bench-floor', spans: 10_000, slowdown },
}
type Case = keyof typeof cases
type Views = Record<Case, View[]>

/**
 * The trace view with imported spans in a real browser, beside a list that
 * draws the same rows and does nothing else. Every load is a first visit, with
 * nothing in any cache.
 */
export async function measureView(site: Server): Promise<Result[]> {
  const floors = join(root, 'bench', 'floors')
  const floor = readFileSync(join(floors, 'windowed-list.html'))
  const front = await openFront(site.port, {
    '/bench-floor': sendBytes('text/html', floor),
    '/bench-trace-1000.json': sendBytes('application/json', makeTrace(1_000)),
    '/bench-trace-10000.json': sendBytes('application/json', makeTrace(10_000)),
  })
  const browser = await openBrowser()
  try {
    const names = Object.keys(cases) as Case[]
    // The server loads its routes, the browser its own parts.
    for (const name of names.slice(0, 2))
      await measureCase(browser, front.port, name)
    const views = await alternate(names, (name) =>
      measureCase(browser, front.port, name),
    )
    return rowsOf(views)
  } finally {
    await browser.close()
    front.close()
  }
}

async function measureCase(browser: Browser, port: number, name: Case) {
  const { page: path, spans, slowdown } = cases[name]
  const page = await openPage(browser)
  const address = `http://127.0.0.1:${port}${path}?url=/bench-trace-${spans}.json`
  const view = await measurePage(page, address, slowdown)
  await page.context().close()
  return view
}

function rowsOf(views: Views): Result[] {
  const row = (
    what: string,
    [ours, floor]: readonly [Case, Case],
    value: (view: View) => number,
    { unit = 'ms', ...rest }: { unit?: string; goal?: string; note?: string },
  ) =>
    compare(
      { what, unit, floorName, ...rest },
      views[ours].map(value),
      views[floor].map(value),
    )
  const small = ['ours1000', 'floor1000'] as const
  const large = ['ours10000', 'floor10000'] as const
  const slow = ['oursSlow', 'floorSlow'] as const
  const first = ({ firstMs }: View) => firstMs
  const drawn = ({ drawnMs }: View) => drawnMs
  const click = ({ click }: View) => median(click.ms)
  const clicks = views.ours10000.flatMap(({ click }) => click.ms)
  return [
    row('1,000 spans: navigation to first row', small, first, {
      goal: '<= 3 x, best 2 x',
    }),
    row('1,000 spans: file read to first row', small, drawn, {}),
    row('10,000 spans: navigation to first row', large, first, {
      goal: '<= 4 x, best 2 x',
    }),
    row('10,000 spans: file read to first row', large, drawn, {}),
    growth('growth from 1,000 to 10,000 spans, first row', views, first),
    growth('the same from the file on', views, drawn),
    row('10,000 spans: scroll', large, ({ scroll }) => scroll.fps, {
      unit: '/s',
      goal: '>= 0.95 x, best 0.99 x',
    }),
    row(
      '10,000 spans: longest frame while scrolling',
      large,
      ({ scroll }) => scroll.worstMs,
      { goal: '<= 50 ms, best 34 ms', note: longest(views) },
    ),
    row('10,000 spans: opening a span, click to paint', large, click, {
      goal: '<= 48 ms, max 100 ms; best 24 ms',
      note: `the longest of ${clicks.length}: ${Math.max(...clicks).toFixed(0)} ms`,
    }),
    row('10,000 spans: elements', large, ({ elements }) => elements, {
      unit: '',
      goal: '<= 2,000, best 1,200',
    }),
    row('10,000 spans: JS heap', large, ({ heapMiB }) => heapMiB, {
      unit: 'MiB',
      goal: '<= 30 MB, best 20 MB',
    }),
    row(`CPU ${slowdown} x slower: navigation to first row`, slow, first, {
      goal: '<= 800 ms, best 460 ms',
    }),
    row(`CPU ${slowdown} x slower: file read to first row`, slow, drawn, {}),
    row(`CPU ${slowdown} x slower: opening a span`, slow, click, {
      goal: '<= 100 ms, best 56 ms',
    }),
    row(
      `CPU ${slowdown} x slower: longest frame while scrolling`,
      slow,
      ({ scroll }) => scroll.worstMs,
      {},
    ),
  ]
}

/** How much longer ten times as much takes; the floor's own stands beside it. */
function growth(what: string, views: Views, value: (view: View) => number) {
  const rise = (large: View[], little: View[]) =>
    large.map((view, i) => value(view) / value(little[i] ?? view))
  const ours = rise(views.ours10000, views.ours1000)
  const floor = rise(views.floor10000, views.floor1000)
  return {
    ...state(
      { what, unit: 'x', floorName, goal: '<= 6 x, best 3 x' },
      ours,
      median(floor),
    ),
    rounds: { ours, floor },
  }
}

function longest({ ours10000 }: Views): string {
  const worst = ours10000.map(({ scroll }) => scroll.worstMs)
  return `the longest of all: ${Math.max(...worst).toFixed(0)} ms`
}
