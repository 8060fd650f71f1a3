import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { QueueFullError, WriteQueue } from './write-queue'

test('jobs run one at a time, in the order they came', async () => {
  const queue = new WriteQueue(1_000)
  const done: number[] = []
  let running = 0
  await Promise.all(
    Array.from({ length: 100 }, (_, at) =>
      queue.run(async () => {
        running += 1
        expect(running).toBe(1)
        if (at % 7 === 0) await nextTurn()
        done.push(at)
        running -= 1
      }),
    ),
  )
  expect(done).toEqual(Array.from({ length: 100 }, (_, at) => at))
})

test('a job that fails passes the turn on', async () => {
  const queue = new WriteQueue(10)
  const failing = queue.run(async () => {
    throw new Error('no')
  })
  const next = queue.run(async () => 'yes')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('yes')
})

test('so many may wait, and no more', async () => {
  const queue = new WriteQueue(3)
  const leave = await queue.enter()
  const waiting = [1, 2, 3].map((job) => queue.run(async () => job))
  await expect(queue.enter()).rejects.toThrow(QueueFullError)
  await expect(queue.run(async () => 5)).rejects.toThrow(QueueFullError)
  leave()
  expect(await Promise.all(waiting)).toEqual([1, 2, 3])
  expect(await queue.run(async () => 6)).toBe(6)
})

test('leaving twice gives the turn to one, not to two', async () => {
  const queue = new WriteQueue(10)
  const leave = await queue.enter()
  let running = 0
  const jobs = [1, 2].map(() =>
    queue.run(async () => {
      running += 1
      expect(running).toBe(1)
      await nextTurn()
      running -= 1
    }),
  )
  leave()
  leave()
  leave()
  await Promise.all(jobs)
})

test('a long row of jobs leaves timers alive, though none of them waits for anything', async () => {
  const queue = new WriteQueue(1_000)
  let sinceTick = 0
  let longest = 0
  const ticker = setInterval(() => (sinceTick = 0), 1)
  await Promise.all(
    Array.from({ length: 200 }, () =>
      queue.run(async () => {
        longest = Math.max(longest, ++sinceTick)
        // As the embedded engine does it: two milliseconds on the event loop.
        const until = performance.now() + 2
        while (performance.now() < until);
      }),
    ),
  )
  clearInterval(ticker)
  // Without turns between the jobs it would be 200 in a row.
  expect(longest).toBeLessThan(40)
})

test('while the job whose turn it is pauses, readers are let through, and writers are not', async () => {
  const queue = new WriteQueue(10)
  const done: string[] = []
  let goOn = () => {}
  const held = queue.run(async () => {
    const outside = new Promise<void>((resolve) => (goOn = resolve))
    await queue.pause(outside)
    done.push('held')
  })
  const write = queue.run(async () => void done.push('write'))
  const read = async (name: string) => {
    const leave = await queue.enterToRead()
    done.push(name)
    leave?.()
  }
  await read('read')
  expect(done).toEqual(['read'])
  goOn()
  await held
  await Promise.all([write, read('later')])
  expect(done).toEqual(['read', 'held', 'write', 'later'])
})

test('a reader that waited in line has the turn like everybody', async () => {
  const queue = new WriteQueue(10)
  const first = await queue.enter()
  const reading = queue.enterToRead()
  first()
  const leave = await reading
  let isNext = false
  const next = queue.run(async () => {
    isNext = true
  })
  await nextTurn()
  expect(isNext).toBe(false)
  leave?.()
  await next
  expect(isNext).toBe(true)
})
