import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { GET as readTrace } from '@/app/api/traces/[traceId]/route'
import { LetIn, LoggedIn, LoggedOut } from '@/contracts/session-lab'
import {
  ticketWays,
  type Device,
  type TicketWay,
} from '@/contracts/session-lab-choices'
import { Trace } from '@/contracts/trace'
import { logins } from '@/db/schema/logins'
import type { TestDatabase } from '@/db/testing'
import { startTestBackend, TestCaller } from '@/server/http/testing'
import { spanStore } from '@/tracing/span-store'
import { DELETE, POST } from './route'
import { POST as show } from './visits/route'

let database: TestDatabase
let guest: TestCaller
beforeAll(async () => {
  database = await startTestBackend()
})
beforeEach(async () => {
  guest = await TestCaller.make()
})
afterEach(() => vi.useRealTimers())

type Tickets = Record<TicketWay, string>

async function logIn(device: Device, by = guest): Promise<Tickets> {
  const reply = await by.call(POST, {
    method: 'POST',
    path: '/api/labs/session-or-token',
    body: { device, seconds: 30 },
  })
  expect(reply.status).toBe(201)
  const { tickets } = LoggedIn.parse(await reply.json())
  const tokenOf = (way: TicketWay) =>
    tickets.find((one) => one.way === way)?.token ?? ''
  return {
    session: tokenOf('session'),
    token: tokenOf('token'),
    listed: tokenOf('listed'),
  }
}

const visit = (way: TicketWay, token: string, by = guest) =>
  by.call(show, {
    method: 'POST',
    path: '/api/labs/session-or-token/visits',
    body: { way, token },
  })

async function statuses(tickets: Tickets, by = guest) {
  const found: Partial<Record<TicketWay, number>> = {}
  for (const way of ticketWays)
    found[way] = (await visit(way, tickets[way], by)).status
  return found
}

const logOut = (by = guest) =>
  by.call(DELETE, { method: 'DELETE', path: '/api/labs/session-or-token' })

const allIn = { session: 200, token: 200, listed: 200 }
const tokenOnly = { session: 401, token: 200, listed: 401 }

test('logging out ends the rows at once, and the token alone goes on until its time is over', async () => {
  const tickets = { phone: await logIn('phone'), laptop: await logIn('laptop') }
  expect(await statuses(tickets.phone)).toEqual(allIn)
  expect(await statuses(tickets.laptop)).toEqual(allIn)

  const reply = await logOut()
  expect(LoggedOut.parse(await reply.json())).toEqual({ rows: 2 })
  expect(await statuses(tickets.phone)).toEqual(tokenOnly)
  expect(await statuses(tickets.laptop)).toEqual(tokenOnly)

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 })
  expect(await statuses(tickets.phone)).toEqual({ ...tokenOnly, token: 401 })
})

test('without a log-out each of them ends when its time is over', async () => {
  const tickets = await logIn('phone')
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 })
  expect(await statuses(tickets)).toEqual({
    session: 401,
    token: 401,
    listed: 401,
  })
})

test('a device that logs in again takes the place of its last session', async () => {
  const first = await logIn('phone')
  const second = await logIn('phone')
  expect(await statuses(first)).toEqual(tokenOnly)
  expect(await statuses(second)).toEqual(allIn)
  const rows = await database.db.select().from(logins)
  expect(rows.filter((row) => row.sandboxId === guest.sandboxId)).toHaveLength(
    1,
  )
})

test('a session is looked for among one’s own rows, and logging out ends no other’s', async () => {
  const other = await TestCaller.make()
  const theirs = await logIn('phone', other)
  expect((await visit('session', theirs.session)).status).toBe(401)
  await logIn('phone')
  await logOut()
  expect(await statuses(theirs, other)).toEqual(allIn)
})

test('who is let in is told, and a ticket of another kind is refused', async () => {
  const tickets = await logIn('laptop')
  const reply = await visit('token', tickets.token)
  expect(LetIn.parse(await reply.json())).toMatchObject({
    name: 'Ada',
    device: 'laptop',
  })
  for (const [way, token] of [
    ['token', tickets.session],
    ['session', tickets.token],
    ['listed', tickets.token],
    ['token', guest.token],
    ['token', `${tickets.token.slice(0, -4)}AAAA`],
  ] as const)
    expect((await visit(way, token)).status).toBe(401)
  expect((await visit('token', '')).status).toBe(422)
})

test('of a ticket a trace shows its length, and one look-up or none', async () => {
  const tickets = await logIn('phone')
  for (const way of ticketWays) {
    const reply = await visit(way, tickets[way])
    const [, traceId = ''] =
      reply.headers.get('traceresponse')?.split('-') ?? []
    await spanStore().flush()
    const read = await guest.call(readTrace, { params: { traceId } })
    const text = await read.text()
    const names = Trace.parse(JSON.parse(text)).spans.map(({ name }) => name)
    expect(names.includes('SELECT logins')).toBe(way !== 'token')
    expect(names.includes('check the ticket')).toBe(way !== 'session')
    expect(text).not.toContain(tickets[way])
    expect(text).not.toContain(tickets.session)
  }
})
