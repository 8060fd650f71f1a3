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
