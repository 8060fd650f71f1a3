import { expect, test } from '@playwright/test'
import { soak } from '../soak/soak'

test.setTimeout(600_000)

test('on lines that are cut, from a server that is killed, nothing is lost, doubled or half-written', async () => {
  const counts = await soak({ orders: 400, guests: 8, kills: 4 }, () => {})
  expect(counts).toMatchObject({
    orders: 400,
    lost: 0,
    doubled: 0,
    otherBytes: 0,
    halfWritten: 0,
    unprinted: 0,
    printedTwice: 0,
    outOfSequence: 0,
    unfinished: 0,
    eventsMissed: 0,
    eventsTwice: 0,
    isWhole: true,
  })
  // It is a soak only if something went wrong on the way.
  expect(counts.kills).toBe(4)
  expect(counts.cuts).toBeGreaterThan(10)
  expect(counts.repeats).toBeGreaterThan(4)
  expect(counts.eventsFollowed).toBeGreaterThan(400)
})
