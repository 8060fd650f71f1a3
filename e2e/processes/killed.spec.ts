import { expect, test } from '@playwright/test'
import { createClient } from '@libsql/client'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@/server/http/testing-port.mjs'
import { dishes, Guest, House, type Server } from './server'

test.setTimeout(240_000)
let house: House
test.beforeEach(() => {
  house = new House()
})
test.afterEach(() => house.close())

type Sent = { guest: Guest; key: string; dish: string; text: string | null }

test('killed ten times under load, it loses no acknowledged order and doubles none', async () => {
  const port = await freePort()
  const sent: Sent[] = []
  const acknowledged = () => sent.filter((one) => one.text !== null)
  for (let round = 0; round < 10; round++) {
    const server = await house.start({}, port)
    await replay(sent)
    const writing = Promise.allSettled(
      Array.from({ length: 6 }, (_, writer) =>
        write(server, `${round} ${writer}`),
      ),
    )
    // In the middle of something, whenever that is.
    const enough = acknowledged().length + 10 + Math.random() * 30
    while (acknowledged().length < enough) await sleep(Math.random() * 5)
    await server.stop('SIGKILL')
    for (const one of await writing)
      expect(one.status === 'rejected' && String(one.reason)).toMatch(
        /fetch failed|terminated/,
      )
  }
  const server = await house.start({}, port)
  await replay(sent)
  expect(acknowledged().length).toBeGreaterThan(100)

  // Every key is one order, and there is no order without a key.
  const ids = acknowledged().map(({ text }) => JSON.parse(text ?? '').id)
  const found: string[] = []
  for (const guest of new Set(sent.map((one) => one.guest)))
    found.push(...(await guest.orders(server)))
  expect(found.sort()).toEqual(ids.sort())

  const database = createClient({ url: house.databaseUrl })
  const count = async (sql: string) =>
    Number((await database.execute(sql)).rows[0]?.['n'])
  expect(
    await count(`select count(*) as n from orders o where
      not exists (select 1 from order_lines where order_id = o.id)
      or not exists (select 1 from events where order_id = o.id and kind = 'order.placed')
      or not exists (select 1 from outbox where order_id = o.id)`),
  ).toBe(0)
  expect(
    await count(
      'select count(*) as n from order_lines where order_id not in (select id from orders)',
    ),
  ).toBe(0)
  // A message that was under way when its sender died waits for its lease.
  await expect
    .poll(
      () =>
        count('select count(*) as n from outbox where delivered_at is null'),
      {
        timeout: 90_000,
        intervals: [1_000],
      },
    )
    .toBe(0)
  expect(await count('select count(*) as n from tickets')).toBe(found.length)
  expect(await count('select count(distinct order_id) as n from tickets')).toBe(
    found.length,
  )
  expect(
    await count(
      "select count(*) as n from events where kind = 'ticket.printed'",
    ),
  ).toBe(found.length)
  expect(
    String(
      (await database.execute('pragma integrity_check')).rows[0]?.[
        'integrity_check'
      ],
    ),
  ).toBe('ok')
  database.close()

  /** A guest who orders and orders, until the server is gone. */
  async function write(server: Server, name: string) {
    const guest = await Guest.make(server)
    for (let at = 0; at < 600; at++) {
      const dish = dishes[at % dishes.length] ?? ''
      const one: Sent = { guest, key: `${name} ${at}`, dish, text: null }
      sent.push(one)
      const reply = await guest.place(server, one.key, dish)
      const text = await reply.text()
      if (reply.status !== 201) throw new Error(`${reply.status} ${text}`)
      one.text = text
    }
  }

  /** Sends every request again: what was acknowledged comes back as it was. */
  async function replay(all: Sent[]) {
    const server = house.servers.at(-1)
    if (!server) return
    // Those of the last round, and a few of the earlier ones.
    const some = all.filter(
      (one, at) => one.text === null || at % 5 === 0 || all.length - at < 400,
    )
    for (let at = 0; at < some.length; at += 8)
      await Promise.all(
        some.slice(at, at + 8).map(async (one) => {
          const reply = await one.guest.place(server, one.key, one.dish)
          const text = await reply.text()
          expect(reply.status).toBe(201)
          if (one.text !== null) {
            expect(reply.headers.get('idempotency-replayed')).toBe('true')
            expect(text).toBe(one.text)
          }
          one.text = text
        }),
      )
  }
})

test('after a kill in the middle, a stream that resumes misses nothing', async () => {
  const port = await freePort()
  let server = await house.start({}, port)
  const guest = await Guest.make(server)
  const orders: string[] = []
  let stream = await guest.stream(server)
  const seen: number[] = []
  const placed: string[] = []
  for (let round = 0; round < 3; round++) {
    for (let at = 0; at < 5; at++)
      orders.push((await (await guest.place(server)).json()).id)
    await server.stop('SIGKILL')
    await expect.poll(() => stream.end).toBeDefined()
    seen.push(...stream.events.map(({ id }) => id))
    placed.push(...stream.placed)
    server = await house.start({}, port)
    orders.push((await (await guest.place(server)).json()).id)
    stream = await guest.stream(server, stream.lastId)
  }
  await expect.poll(() => [...placed, ...stream.placed]).toEqual(orders)
  seen.push(...stream.events.map(({ id }) => id))
  expect(seen).toEqual([...new Set(seen)].sort((one, other) => one - other))
  stream.cut()
})
