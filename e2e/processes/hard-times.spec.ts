import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  createClient,
  LibsqlError,
  type Client,
  type Transaction,
} from '@libsql/client'
import { expect, test } from '@playwright/test'
import { Guest, House, type Server } from './server'

test.setTimeout(180_000)
const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const shiftedClock = fileURLToPath(
  new URL('shifted-clock.mjs', import.meta.url),
)

let house: House
test.beforeEach(() => {
  house = new House()
})
test.afterEach(() => house.close())

type Answer = { status: number; type: string; retryAfter: number; id: string }

async function place(
  guest: Guest,
  server: Server,
  key?: string,
): Promise<Answer> {
  const reply = await guest.place(server, key)
  const body = await reply.json()
  return {
    status: reply.status,
    type: String(body.type ?? '').replace(/.*\//, ''),
    retryAfter: Number(reply.headers.get('retry-after')),
    id: String(body.id),
  }
}

/** Nothing half-written, nothing twice, and the file itself whole. */
async function expectSound(orders: string[]) {
  const database = createClient({ url: house.databaseUrl })
  const { rows } = await database.execute('select id from orders')
  expect(rows.map((row) => String(row['id'])).sort()).toEqual(orders.sort())
  const halves = await database.execute(
    `select count(*) as n from orders o where
       not exists (select 1 from order_lines where order_id = o.id)
       or not exists (select 1 from outbox where order_id = o.id)
       or not exists (select 1 from events where order_id = o.id)`,
  )
  expect(Number(halves.rows[0]?.['n'])).toBe(0)
  const check = await database.execute('pragma integrity_check')
  expect(check.rows[0]?.['integrity_check']).toBe('ok')
  database.close()
}

test.describe('on Linux', () => {
  test.skip(process.platform !== 'linux', 'prlimit is Linux’s')

  test('with no room left an order is a clear 503, reading goes on, and room is used again without a restart', async ({
    page,
  }) => {
    const server = await house.start()
    const guest = await Guest.make(server)
    const orders = [(await place(guest, server, 'before')).id]
    // Nothing can be written to any file: as if the disk were full.
    const limit = (bytes: number | string) =>
      execFileSync('prlimit', [
        `--pid=${server.process.pid}`,
        `--fsize=${bytes}:unlimited`,
      ])
    limit(0)

    await expect
      .poll(async () => {
        const answer = await place(guest, server)
        if (answer.status === 201) orders.push(answer.id)
        return [answer.status, answer.type, answer.retryAfter > 0]
      })
      .toEqual([503, 'storage-full', true])
    expect((await guest.orders(server)).sort()).toEqual([...orders].sort())
    expect((await fetch(`${server.url}/api/restaurants`)).status).toBe(200)

    // The page says so in plain words, and keeps what was chosen.
    await page.goto(server.url)
    await page.getByRole('button', { name: /place order/i }).click()
    await expect(
      page.getByRole('alert').filter({ hasText: /./ }),
    ).toContainText(/no room|full/i, {
      timeout: 60_000,
    })

    limit('unlimited')
    await expect
      .poll(async () => {
        const answer = await place(guest, server)
        if (answer.status === 201) orders.push(answer.id)
        return answer.status
      })
      .toBe(201)
    expect((await place(guest, server, 'before')).id).toBe(orders[0])
    await server.stop()
    const elsewhere = await ordersOfOthers(guest)
    await expectSound([...orders, ...elsewhere])
  })
})

/** What the page ordered for itself, if it came to that. */
async function ordersOfOthers(guest: Guest): Promise<string[]> {
  const database = createClient({ url: house.databaseUrl })
  const { rows } = await database.execute({
    sql: 'select id from orders where sandbox_id <> ?',
    args: [guest.id],
  })
  database.close()
  return rows.map((row) => String(row['id']))
}

test('while another process holds the database, orders wait or are told to come back; nothing freezes, and afterwards all goes on', async ({
  page,
}) => {
  const server = await house.start()
  const guest = await Guest.make(server)
  const orders = [(await place(guest, server)).id]
  const other = createClient({ url: house.databaseUrl })
  const held = await hold(other)

  // A short hold is waited for.
  const waiting = place(guest, server)
  await expect.poll(() => answers(server)).toBe(true)
  await held.rollback()
  const waited = await waiting
  // On a machine that has much to do even a short hold may be too long.
  if (waited.status === 201) orders.push(waited.id)
  else expect(waited).toMatchObject({ status: 503 })

  // A long one is a clear 503, and reading goes on all the while.
  const longer = await hold(other)
  const refused = place(guest, server)
  for (let look = 0; look < 5; look++) expect(await answers(server)).toBe(true)
  expect(await refused).toMatchObject({
    status: 503,
    type: expect.stringMatching(/^(busy|database-too-slow)$/),
  })
  expect((await refused).retryAfter).toBeGreaterThan(0)

  // The page says so in plain words, after having asked again by itself.
  await page.goto(server.url)
  await page.getByRole('button', { name: /^Place order/ }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'The database is busy' }),
  ).toContainText('another process holds the database', { timeout: 60_000 })
  await longer.rollback()
  other.close()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(
    page.getByRole('heading', { name: 'Order confirmed' }),
  ).toBeVisible()

  await expect
    .poll(async () => {
      const answer = await place(guest, server, 'after')
      if (answer.status === 201 && !orders.includes(answer.id))
        orders.push(answer.id)
      return answer.status
    })
    .toBe(201)
  await server.stop()
  await expectSound([...orders, ...(await ordersOfOthers(guest))])
})

/** Takes the database as soon as nobody writes: the server does so after a reply, too. */
async function hold(other: Client): Promise<Transaction> {
  for (;;) {
    try {
      return await other.transaction('write')
    } catch (error) {
      if (!(error instanceof LibsqlError) || error.code !== 'SQLITE_BUSY')
        throw error
    }
  }
}

async function answers(server: Server): Promise<boolean> {
  const reply = await fetch(`${server.url}/api/restaurants`)
  return reply.status === 200
}

test('when the clock is set back ten minutes orders go on, in sequence, and each kitchen hears once', async () => {
  const { server, setClock } = await startWithClock()
  const guest = await Guest.make(server)
  const stream = await guest.stream(server)
  const orders = [(await place(guest, server, 'early')).id]
  setClock(-10 * minuteMs)
  for (let at = 0; at < 5; at++) {
    const answer = await place(guest, server)
    expect(answer.status).toBe(201)
    orders.push(answer.id)
  }
  expect((await place(guest, server, 'early')).id).toBe(orders[0])
  await expect.poll(() => stream.placed).toEqual(orders)
  const printed = () =>
    stream.events.filter(({ event }) => event === 'ticket.printed').length
  await expect.poll(printed, { timeout: 60_000 }).toBe(orders.length)
  expect((await guest.orders(server)).sort()).toEqual([...orders].sort())
  stream.cut()
  await server.stop()
  await expectSound(orders)
})

test('when the clock is set forward a day the sandbox has expired, says so, and a new one is had', async () => {
  const { server, setClock } = await startWithClock()
  const guest = await Guest.make(server)
  expect((await place(guest, server)).status).toBe(201)
  setClock(dayMs + minuteMs)
  expect(await place(guest, server)).toMatchObject({
    status: 401,
    type: 'sandbox-expired',
  })
  const next = await Guest.make(server)
  expect((await place(next, server)).status).toBe(201)
  await server.stop()
})

async function startWithClock() {
  const file = join(house.folder, 'clock')
  const setClock = (offsetMs: number) => writeFileSync(file, String(offsetMs))
  setClock(0)
  const server = await house.start({
    CLOCK_FILE: file,
    NODE_OPTIONS: `--import=${shiftedClock}`,
  })
  return { server, setClock }
}
