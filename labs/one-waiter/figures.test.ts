import { expect, test } from 'vitest'
import { answerOf, questionOf } from './answer'
import {
  figuresOf,
  lateLine,
  mostUnderWay,
  partsOf,
  quantile,
  type Asked,
  type WayRun,
} from './figures'

const asked = (number: number, leftAt: number, endedAt: number): Asked => ({
  number,
  askedAt: 0,
  leftAt,
  endedAt,
  workMs: 60,
})

/** Six at a time leave the page; the server works on one after the other. */
function oneByOne(count: number): Asked[] {
  return Array.from({ length: count }, (_, at) =>
    asked(at + 1, Math.max(0, at - 5) * 60, (at + 1) * 60),
  )
}

function runOf(requests: Asked[], given: Partial<WayRun> = {}): WayRun {
  const run = { way: 'compute', traceId: '', protocol: 'http/1.1' } as const
  return { ...run, asked: requests, pings: [], late: [], ...given }
}

test('the three parts of a request are all of its time, and none of them is negative', () => {
  for (const one of [...oneByOne(24), asked(1, 5, 20), asked(1, -1, 80)]) {
    const { queueMs, waitMs, workMs } = partsOf(one)
    expect(Math.min(queueMs, waitMs, workMs)).toBeGreaterThanOrEqual(0)
    const whole = one.endedAt - Math.min(one.leftAt, one.askedAt)
    expect(queueMs + waitMs + workMs).toBeCloseTo(whole)
  }
  expect(partsOf(asked(1, 60, 300))).toEqual({
    queueMs: 60,
    waitMs: 180,
    workMs: 60,
  })
})

test('of many values the middle, the tail and the most are told', () => {
  const values = Array.from({ length: 20 }, (_, at) => 20 - at)
  expect(quantile(values, 0.5)).toBe(10)
  expect(quantile(values, 0.95)).toBe(19)
  expect(quantile([7], 0.95)).toBe(7)
})

test('the page’s own limit is counted: at most six are under way', () => {
  expect(mostUnderWay(oneByOne(24))).toBe(6)
  expect(mostUnderWay([])).toBe(0)
})

test('a bystander is measured before the run and during it, apart', () => {
  const pings = [
    { leftAt: -30, endedAt: -27, isBefore: true },
    { leftAt: 10, endedAt: 310, isBefore: false },
  ]
  const run = runOf(oneByOne(12), { pings, late: [[300, 290]] })
  const figures = figuresOf(run)
  expect(figures.bystander).toEqual({ usual: 3, worst: 300 })
  expect(figures).toMatchObject({ last: 720, lateMs: 290, workMs: 60 })
  expect(figures.perSecond).toBeCloseTo(16.7, 1)
})

test('the answer is the guess that is nearest to the run', () => {
  expect(answerOf(runOf(oneByOne(12))).ids).toEqual(['one-by-one'])
  const atOnce = Array.from({ length: 12 }, (_, at) => asked(at, 0, 66))
  expect(answerOf(runOf(atOnce)).ids).toEqual(['together'])
  const offered = questionOf(12).options.map(({ id }) => id)
  expect(offered).toContain('one-by-one')
})

test('of a stretch of time the latest is drawn', () => {
  const late = [
    [10, 0],
    [20, 3],
    [380, 350],
    [390, 1],
  ] as const
  expect(lateLine({ late })).toEqual([
    { x: 0, y: 3 },
    { x: 350, y: 350 },
  ])
})
