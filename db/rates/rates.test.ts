import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openClient, openDatabase, type Database } from '@/db/client'
import { arrivals } from '@/db/schema/limits'
import { minuteMs } from '@/db/minute-count'
import { makeTestDatabase, type TestDatabase } from '@/db/testing'
import { aMinute, allowanceOf, firstCount, nextCount, type Rate } from './rate'
import { slidingWindow } from './sliding-window'
import { tokenBucket } from './token-bucket'

let database: TestDatabase
let other: Database
beforeAll(async () => {
  database = await makeTestDatabase()
  // Another process on the same file.
  other = openDatabase(openClient(database.url))
})
beforeEach(() => database.db.delete(arrivals).then(() => undefined))

const began = Date.parse('2026-11-26T12:00:00Z')

/** Somebody comes so many seconds after the beginning. */
async function come(rate: Rate, seconds: number, db = database.db) {
  const now = began + Math.round(seconds * 1000)
  const [row] = await db
    .insert(arrivals)
    .values({ address: 'somebody', ...firstCount(rate, now) })
    .onConflictDoUpdate({ target: arrivals.address, set: nextCount([rate]) })
    .returning()
  return allowanceOf('tries', rate, row, now)
}

/** How many of those who come at these moments are let through. */
async function letThrough(rate: Rate, moments: number[]): Promise<number> {
  let count = 0
  for (const moment of moments) if ((await come(rate, moment)).isPassed) count++
  return count
}

const at = (seconds: number, times: number) =>
  Array<number>(times).fill(seconds)

const window = aMinute(10, slidingWindow)
const bucket = aMinute(10, tokenBucket)

test.each([
  ['sliding window', window],
  ['token bucket', bucket],
])('%s: a burst of the quota passes, and nothing after it', async (_, rate) => {
  expect(await letThrough(rate, at(0, 30))).toBe(10)
})

test.each([
  ['sliding window', window],
  ['token bucket', bucket],
])(
  '%s: of forty at the same moment by two processes as many pass as may',
  async (_, rate) => {
    const came = await Promise.all(
      [database.db, other].flatMap((db) =>
        Array.from({ length: 20 }, () => come(rate, 0, db)),
      ),
    )
    expect(came.filter(({ isPassed }) => isPassed)).toHaveLength(10)
  },
)

test.each([
  ['sliding window', window],
  ['token bucket', bucket],
])(
  '%s: whoever waits as long as they are told is let through',
  async (_, rate) => {
    let now = 0
    const waits: number[] = []
    await letThrough(rate, at(0, 10))
    for (let tried = 0; tried < 25; tried++) {
      const told = await come(rate, now)
      if (told.isPassed) continue
      expect(told.remaining).toBe(0)
      waits.push(told.resetSeconds)
      now += told.resetSeconds + 0.001
      expect((await come(rate, now)).isPassed).toBe(true)
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(60)
  },
)

test.each([
  ['sliding window', window],
  ['token bucket', bucket],
])('%s: hammering takes nothing from what comes later', async (_, rate) => {
  await letThrough(rate, at(0, 10))
  await letThrough(rate, at(5, 500))
  const quiet = (await come(rate, 180)).remaining
  expect(quiet).toBe(9)
})

test.each([
  ['sliding window', window],
  ['token bucket', bucket],
])(
  '%s: a clock that is set back keeps nobody out for more than a window',
  async (_, rate) => {
    for (const back of [0.5, 30, 59, 600, 86_400]) {
      await database.db.delete(arrivals)
      await letThrough(rate, at(0, 12))
      const told = await come(rate, -back)
      expect(told.resetSeconds).toBeLessThanOrEqual(60)
      const wait = told.isPassed ? 0 : told.resetSeconds + 0.001
      expect((await come(rate, wait - back)).isPassed).toBe(true)
    }
  },
)

test('sliding window: no border lets two bursts through', async () => {
  await letThrough(window, [0, ...at(59, 9)])
  expect(await letThrough(window, at(60, 10))).toBe(0)
  // The window before weighs less from second to second.
  expect(await letThrough(window, at(66.1, 10))).toBe(2)
  expect(await letThrough(window, at(90, 10))).toBe(3)
})

test('sliding window: any minute has half as much again at most, where somebody comes in waves', async () => {
  const passed: number[] = []
  for (let second = 0; second < 600; second++) {
    // Quiet, then a flood, then quiet again, at odd moments.
    const times = [0, 0, 7, 1, 0, 3][Math.floor(second / 17) % 6] ?? 0
    for (let i = 0; i < times; i++)
      if ((await come(window, second)).isPassed) passed.push(second)
  }
  const most = Math.max(
    ...passed.map(
      (end) => passed.filter((one) => one > end - 60 && one <= end).length,
    ),
  )
  expect(most).toBeGreaterThanOrEqual(10)
  expect(most).toBeLessThanOrEqual(15)
})

test('token bucket: it fills evenly, and never above the quota', async () => {
  await letThrough(bucket, at(0, 10))
  expect((await come(bucket, 5.9)).isPassed).toBe(false)
  expect((await come(bucket, 6)).isPassed).toBe(true)
  expect(await letThrough(bucket, at(36, 10))).toBe(5)
  expect(await letThrough(bucket, at(36_000, 30))).toBe(10)
})

test('two that are counted in one statement are counted each its own way', async () => {
  const rates = [window, bucket]
  const both = (now: number) =>
    database.db
      .insert(arrivals)
      .values([
        { address: 'window', ...firstCount(window, now) },
        { address: 'bucket', ...firstCount(bucket, now) },
      ])
      .onConflictDoUpdate({ target: arrivals.address, set: nextCount(rates) })
      .returning()
  for (let i = 0; i < 10; i++) await both(began)
  const passed = async (seconds: number) =>
    (await both(began + seconds * 1000)).map((row) => row.passed)
  expect(await passed(1)).toEqual([false, false])
  expect(await passed(7)).toEqual([false, true])
  expect(await passed(8)).toEqual([false, false])
  expect(await passed(61)).toEqual([true, true])
})

test('what is left and when there is more is told by the draft’s terms', async () => {
  expect(await come(window, 0)).toMatchObject({
    remaining: 9,
    resetSeconds: 60,
  })
  expect(await come(bucket, 0)).toMatchObject({ limit: 10, windowSeconds: 60 })
  await database.db.delete(arrivals)
  // A token in six seconds, in whatever minute.
  expect(await come(bucket, 0)).toMatchObject({ remaining: 9, resetSeconds: 6 })
  expect(await come(bucket, 2)).toMatchObject({ remaining: 8, resetSeconds: 4 })
})

test('a limit of a load test, far above what a clock can tell, limits nobody', async () => {
  for (const algorithm of [slidingWindow, tokenBucket]) {
    await database.db.delete(arrivals)
    const rate = { quota: 1_000_000_000, windowMs: minuteMs, algorithm }
    expect(await letThrough(rate, at(0, 200))).toBe(200)
  }
})
