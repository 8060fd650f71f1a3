import { expect, test } from '@playwright/test'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@/server/http/testing-port.mjs'
import { Guest, House } from './server'

let house: House
test.beforeEach(() => {
  house = new House()
})
test.afterEach(() => house.close())

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  test(`${signal} ends open streams cleanly, finishes what runs, and is over in five seconds`, async () => {
    const server = await house.start()
    const guest = await Guest.make(server)
    const other = await Guest.make(server)
    const streams = [
      await guest.stream(server),
      await guest.stream(server),
      await other.stream(server),
    ]
    const running = Array.from({ length: 20 }, () => guest.place(server))
    const began = Date.now()
    const over = server.stop(signal)
    const replies = await Promise.allSettled(running)
    const code = await over
    expect(Date.now() - began).toBeLessThan(5_000)
    expect(code).toBe(0)
    await expect
      .poll(() => streams.map((stream) => stream.end))
      .toEqual(['clean', 'clean', 'clean'])
    // Either done and answered, or never begun: a connection that was refused.
    const answered = replies.flatMap((reply) =>
      reply.status === 'fulfilled' ? [reply.value.status] : [],
    )
    expect(answered.every((status) => status === 201)).toBe(true)

    const again = await house.start()
    expect((await guest.orders(again)).length).toBe(answered.length)
  })

test('a stream that resumes after a restart misses nothing and sees nothing twice', async () => {
  const port = await freePort()
  const first = await house.start({}, port)
  const guest = await Guest.make(first)
  const stream = await guest.stream(first)
  const orders = [(await (await guest.place(first)).json()).id]
  await expect.poll(() => stream.placed.length).toBe(1)
  stream.cut()
  orders.push((await (await guest.place(first)).json()).id)
  await first.stop()
  const second = await house.start({}, port)
  orders.push((await (await guest.place(second)).json()).id)
  const resumed = await guest.stream(second, stream.lastId)
  orders.push((await (await guest.place(second)).json()).id)
  await expect.poll(() => [...stream.placed, ...resumed.placed]).toEqual(orders)
  const ids = [...stream.events, ...resumed.events].map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)].sort((one, other) => one - other))
  resumed.cut()
})

const wrong = {
  LIMIT_ORDERS_PER_MINUTE: 'many',
  PUBLIC_URL: 'not an address',
  AUTH_SECRET: 'short',
  TRACING: 'perhaps',
  QUOTA_STREAMS: '0',
  TURSO_DATABASE_URL: 'postgres://localhost',
}
for (const [name, value] of Object.entries(wrong))
  test(`a start with ${name}=${value} ends with a sentence that names it`, async () => {
    const server = await house.launch({ [name]: value })
    const code = await Promise.race([
      server.untilOver(),
      sleep(20_000, 'still running'),
    ])
    expect(code).toBe(1)
    expect(server.output).toContain(`${name} should be `)
    expect(server.output).not.toMatch(/^\s+at .*:\d+:\d+/m)
  })

test('a port that is taken ends the start with a sentence that says so', async () => {
  const server = await house.start()
  const second = await house.launch({}, server.port)
  expect(await second.untilOver()).toBe(1)
  expect(second.output).toContain(`${server.port}`)
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
})
