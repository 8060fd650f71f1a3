import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { breakers } from '@/db/schema/weather'
import { makeTestDatabase, type TestDatabase } from '@/db/testing'
import { openClient, openDatabase } from '@/db/client'
import { env } from '@/env'
import { mayCall, noteOutcome, pauseMs } from './breaker'

let first: TestDatabase
let second: TestDatabase['db']
beforeAll(async () => {
  first = await makeTestDatabase()
  // Another process on the same file.
  second = openDatabase(openClient(first.url))
})
beforeEach(() => first.db.delete(breakers).then(() => undefined))

const may = (db = first.db) => mayCall(db, 'sky', 3)
const fail = (db = first.db) => noteOutcome(db, 'sky', true)

async function passPause(): Promise<void> {
  await first.db.update(breakers).set({ retryAt: Date.now() - 1 })
}

test('two failures let the next call through, a third in a row does not', async () => {
  for (const so of [true, true, true]) {
    expect(await may()).toBe(so)
    await fail()
  }
  expect(await may()).toBe(false)
  expect(await may(second)).toBe(false)
})

test('a success in between starts the count anew', async () => {
  for (const hasFailed of [true, true, false, true, true]) {
    await may()
    await noteOutcome(first.db, 'sky', hasFailed)
  }
  expect(await may()).toBe(true)
})

test('after its pause an open breaker lets one of two processes through', async () => {
  await may()
  for (let failed = 0; failed < 3; failed++) await fail()
  await passPause()
  const asked = await Promise.all([
    ...Array.from({ length: 5 }, () => may()),
    ...Array.from({ length: 5 }, () => may(second)),
  ])
  expect(asked.filter((isThrough) => isThrough)).toHaveLength(1)
  await fail(second)
  expect(await may()).toBe(false)

  await passPause()
  expect(await may()).toBe(true)
  await noteOutcome(first.db, 'sky', false)
  expect([await may(), await may(second)]).toEqual([true, true])
})

test('who asked a moment earlier, and had to wait its turn, is not let through as well', async () => {
  await may()
  for (let failed = 0; failed < 3; failed++) await fail()
  await passPause()
  expect(await may()).toBe(true)
  // The clock as it stood when the other asked.
  const spy = vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 1000)
  expect(await may(second)).toBe(false)
  spy.mockRestore()
})

test('a clock that was set back keeps no breaker open for longer than two pauses', async () => {
  await may()
  for (let failed = 0; failed < 3; failed++) await fail()
  const farAhead = Date.now() + 2 * pauseMs + 60 * 1000
  await first.db.update(breakers).set({ retryAt: farAhead })
  expect(await may()).toBe(true)
})

test('a service is called so often a minute and no more, by all processes together', async () => {
  const most = env.LIMIT_WEATHER_PER_MINUTE
  const asked = []
  for (let i = 0; i < most + 5; i++)
    asked.push(await may(i % 2 === 0 ? first.db : second))
  expect(asked.filter((isThrough) => isThrough)).toHaveLength(most)
  await first.db.update(breakers).set({ resetsAt: Date.now() - 1 })
  expect(await may()).toBe(true)
})
