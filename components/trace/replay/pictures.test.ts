import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spanRows } from '../span-rows'
import { testSpan } from '../testing'
import { miniatureOf, stepTicks } from './miniature'
import { firstRows, rowWindow, scrollTo } from './row-window'
import { timelineOf } from './timeline'
import { stretchAt, zoomBy, zooms } from './zoom'

const many = (count: number) =>
  spanRows(
    Array.from({ length: count }, (_, i) => testSpan(`s${i}`, null, i, i + 1)),
  )

test('ten thousand spans draw no more lines than a thousand may', () => {
  const [line] = miniatureOf(many(10_000), 10_001)
  expect(line?.path.split('M').length).toBeLessThan(25_000)
  expect(miniatureOf([], 0)).toEqual([])
})

test('the present step always has its number, and numbers never touch', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 1 }),
      fc.nat(),
      (moments, wish) => {
        const sorted = moments.toSorted((a, b) => a - b)
        const current = wish % sorted.length
        const ticks = stepTicks(sorted, 10, current)
        expect(ticks.some(({ index }) => index === current)).toBe(true)
        ticks.forEach((tick, i) => {
          const before = ticks[i - 1]
          if (before) expect(tick.at - before.at).toBeGreaterThan(0.02)
        })
        const roomy = ticks.filter(({ isClose }) => !isClose)
        roomy.forEach((tick, i) => {
          const before = roomy[i - 1]
          if (before) expect(tick.at - before.at).toBeGreaterThan(0.04)
        })
      },
    ),
  )
})

test('of a long list only what is near the screen is drawn', () => {
  const view = { scrollTop: 22_000, height: 600 }
  const { first, count } = rowWindow(10_000, 22, view, 0, true)
  expect(first).toBeLessThanOrEqual(1000)
  expect(first + count).toBeGreaterThanOrEqual(1028)
  expect(count).toBeLessThan(70)
  expect(rowWindow(10_000, 22, null, 0, true)).toEqual({
    first: 0,
    count: firstRows,
  })
  expect(rowWindow(90, 22, null, 0, false)).toEqual({ first: 0, count: 90 })
  // A side that lies wholly below the screen draws nothing but its edge.
  expect(
    rowWindow(500, 22, { scrollTop: 0, height: 600 }, 9_000, true),
  ).toEqual({ first: 0, count: 0 })
})

test('a row that is seen moves nothing', () => {
  const view = { scrollTop: 100, height: 400 }
  expect(scrollTo(200, 22, view, 20)).toBe(100)
  expect(scrollTo(60, 22, view, 20)).toBe(40)
  expect(scrollTo(600, 22, view, 20)).toBe(242)
  expect(scrollTo(0, 22, view, 20)).toBe(0)
})

test('each side of the pass is indented from its own edge', () => {
  const spans = [
    testSpan('press', null, 0, 50, { service: 'browser' }),
    testSpan('call', 'press', 1, 40, {
      service: 'browser',
      kind: 'client',
      attributes: { 'http.request.method': 'POST' },
    }),
    testSpan('door', 'call', 5, 30, { kind: 'server' }),
    testSpan('step', 'door', 6, 10),
    testSpan('later', 'door', 35, 60, { kind: 'producer' }),
    testSpan('sending', 'later', 36, 50),
  ]
  const { front, back } = timelineOf(spanRows(spans))
  const depths = (rows: typeof front) =>
    rows.map(({ id, depth }) => [id, depth])
  expect(depths(front)).toEqual([
    ['press', 0],
    ['call', 1],
  ])
  expect(depths(back)).toEqual([
    ['door', 0],
    ['step', 1],
    ['later', 0],
    ['sending', 1],
  ])
  expect(back.map(({ isGroup }) => isGroup)).toEqual([true, false, true, false])
})

test('a chain of ten thousand spans does not exhaust anything', () => {
  const spans = Array.from({ length: 10_000 }, (_, i) =>
    testSpan(`s${i}`, i === 0 ? null : `s${i - 1}`, i / 100, 200),
  )
  const { back } = timelineOf(spanRows(spans))
  expect(back.at(-1)?.depth).toBe(9_999)
})

test('drawn wider, the playhead is always on the axis', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zooms),
      fc.array(fc.double({ min: 0, max: 80, noNaN: true }), { minLength: 1 }),
      (zoom, moments) => {
        let held = null
        for (const at of moments) {
          held = stretchAt(at, 80, zoom, held)
          expect(at).toBeGreaterThanOrEqual(held.fromMs - 1e-9)
          expect(at).toBeLessThanOrEqual(held.toMs + 1e-9)
          expect(held.toMs - held.fromMs).toBeCloseTo(80 / zoom, 9)
        }
      },
    ),
  )
})

test('the axis stays while the playhead is on it, and turns like a page', () => {
  const first = stretchAt(10, 80, 4, null)
  expect(stretchAt(first.fromMs + 5, 80, 4, first)).toBe(first)
  expect(stretchAt(first.toMs + 1, 80, 4, first)).not.toBe(first)
  expect(zoomBy(1, -1)).toBe(1)
  expect(zoomBy(256, 1)).toBe(256)
})
