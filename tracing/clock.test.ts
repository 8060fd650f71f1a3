import { afterEach, expect, test, vi } from 'vitest'
import { timeNow } from './clock'

afterEach(() => {
  vi.restoreAllMocks()
})

const nanos = ([seconds, rest]: [number, number]) =>
  BigInt(seconds) * 1_000_000_000n + BigInt(rest)

test('time never runs backwards, and is finer than a millisecond', () => {
  const times = Array.from({ length: 50_000 }, () => nanos(timeNow()))
  expect(
    times.every((time, at) => at === 0 || time >= (times[at - 1] ?? 0n)),
  ).toBe(true)
  expect(new Set(times.map((time) => time % 1_000_000n)).size).toBeGreaterThan(
    10,
  )
})

test('it is the time of day', () => {
  const off = nanos(timeNow()) / 1_000_000n - BigInt(Date.now())
  expect(Number(off)).toBeGreaterThan(-25)
  expect(Number(off)).toBeLessThan(25)
})

test.each([-600_000, 400 * 24 * 60 * 60 * 1000])(
  'a clock that is set by %d ms is followed',
  (shift) => {
    timeNow()
    const real = Date.now.bind(Date)
    vi.spyOn(Date, 'now').mockImplementation(() => real() + shift)
    const off = nanos(timeNow()) / 1_000_000n - BigInt(Date.now())
    expect(Math.abs(Number(off))).toBeLessThan(25)
    const [, rest] = timeNow()
    expect(rest).toBeGreaterThanOrEqual(0)
    expect(rest).toBeLessThan(1_000_000_000)
  },
)

test('a process that is paused between its looks at two clocks keeps its time', () => {
  const earlier = nanos(timeNow())
  const real = performance.now.bind(performance)
  // The wall clock is read 60 ms late, as it is on a busy machine.
  const today = Date.now.bind(Date)
  let pausedMs = 0
  vi.spyOn(performance, 'now').mockImplementation(() => real() + pausedMs)
  vi.spyOn(Date, 'now').mockImplementation(() => today() + (pausedMs = 60))
  const passedMs = Number(nanos(timeNow()) - earlier) / 1e6
  expect(passedMs).toBeLessThan(40)
})
