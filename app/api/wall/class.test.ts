import { beforeAll, expect, test, vi } from 'vitest'
import { Invitation, Join, Wall, WayIn } from '@/contracts/members'
import { members } from '@/db/schema/members'
import type { TestDatabase } from '@/db/testing'
import { eventTail } from '@/server/http/event-tail'
import {
  call,
  startTestBackend,
  TestCaller,
  type Handler,
} from '@/server/http/testing'
import { GET as follow } from '../events/route'
import { POST as look } from '../joins/preview/route'
import { POST as join } from '../joins/route'
import { PATCH as moveOrder } from '../orders/[id]/route'
import { GET as listOrders, POST as placeOrder } from '../orders/route'
import { GET as listRestaurants } from '../restaurants/route'
import { POST as invite } from '../sandboxes/current/invitations/route'
import { DELETE as showOut } from '../sandboxes/current/members/[id]/route'
import { GET as readTrace } from '../traces/[traceId]/route'
import { GET as readWall } from './route'

vi.hoisted(() => {
  process.env['LIMIT_ORDERS_PER_MINUTE'] = '5'
  process.env['LIMIT_REQUESTS_PER_MINUTE'] = '60'
})

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

const post = (handler: Handler, body: unknown) =>
  call(handler, { method: 'POST', body })

type Caller = Pick<TestCaller, 'call'>
const as = ({ token }: Join): Caller => ({
  call: (handler, given = {}) =>
    call(handler, {
      ...given,
      headers: { authorization: `Bearer ${token}`, ...given.headers },
    }),
})

async function invitation(owner: TestCaller, body: unknown) {
  const reply = await owner.call(invite, { method: 'POST', body })
  return Invitation.parse(await reply.json())
}

async function comeIn(code: string, name?: string): Promise<Join> {
  const reply = await post(join, name === undefined ? { code } : { code, name })
  expect(reply.status).toBe(201)
  return Join.parse(await reply.json())
}

const order = (who: Caller, dish = 'miso-ramen') =>
  who.call(placeOrder, {
    method: 'POST',
    path: '/api/orders',
    body: {
      restaurant: 'lantern-noodle-house',
      lines: [{ dish, quantity: 1 }],
    },
  })
const wallOf = async (who: Caller) =>
  Wall.parse(await (await who.call(readWall)).json()).items

/** Reads a stream to its end, and tells what came. */
async function readToEnd(reply: Response): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of reply.body ?? []) text += decoder.decode(chunk)
  return text
}

test('forty guests join and order at the same moment: each order once, and all on the wall', async () => {
  const owner = await TestCaller.make()
  const { code } = await invitation(owner, { kind: 'class', minutes: 45 })
  const names = Array.from({ length: 40 }, (_, index) => `Pupil ${index}`)
  const joined = await Promise.all(names.map((name) => comeIn(code, name)))
  const replies = await Promise.all(joined.map((one) => order(as(one))))
  expect(replies.map(({ status }) => status)).toEqual(Array(40).fill(201))

  const items = await wallOf(owner)
  expect(items).toHaveLength(40)
  expect(new Set(items.map(({ order: { id } }) => id)).size).toBe(40)
  const seen = items.map(({ order: { guest } }) => guest?.name)
  expect(seen.sort()).toEqual(names.sort())
  const [first] = joined
  if (!first) throw new Error('nobody came in')
  expect(await wallOf(as(first))).toEqual(items)

  // Each trace is the one that placed that order, and a member may open it.
  const traceOf = (reply: Response) =>
    reply.headers.get('traceresponse')?.split('-')[1]
  const placed = await Promise.all(
    replies.map(async (reply) => [(await reply.json()).id, traceOf(reply)]),
  )
  const traces = new Map(items.map((item) => [item.order.id, item.traceId]))
  expect(traces).toEqual(new Map(placed.map(([id, trace]) => [id, trace])))
  const traceId = items[0]?.traceId ?? ''
  const member = as(first)
  expect((await member.call(readTrace, { params: { traceId } })).status).toBe(
    200,
  )

  const stranger = await TestCaller.make()
  expect(await wallOf(stranger)).toEqual([])
  const { items: theirs } = await (await stranger.call(listOrders)).json()
  expect(theirs).toEqual([])
  expect((await stranger.call(readTrace, { params: { traceId } })).status).toBe(
    404,
  )
})

test('the wall holds the newest forty, and shows a reader without a sandbox nothing', async () => {
  const owner = await TestCaller.make()
  const { code } = await invitation(owner, { kind: 'class', minutes: 45 })
  const joined = await Promise.all(
    Array.from({ length: 9 }, (_, index) => comeIn(code, `Pupil ${index}`)),
  )
  for (let round = 0; round < 5; round++)
    for (const one of joined) expect((await order(as(one))).status).toBe(201)
  const { items: all } = await (
    await owner.call(listOrders, { path: '/api/orders?limit=100' })
  ).json()
  expect(all).toHaveLength(45)
  const shown = (await wallOf(owner)).map(({ order: { id } }) => id)
  expect(shown).toEqual(all.slice(0, 40).map(({ id }: { id: string }) => id))
  expect(Wall.parse(await (await call(readWall)).json()).items).toEqual([])
})

test('each member has limits of their own, and a busy one stops nobody else', async () => {
  const owner = await TestCaller.make()
  const { code } = await invitation(owner, { kind: 'class', minutes: 45 })
  const [ada, ben] = [await comeIn(code, 'Ada'), await comeIn(code, 'Ben')]
  const many = await Promise.all(
    Array.from({ length: 8 }, () => order(as(ada))),
  )
  expect(many.filter(({ status }) => status === 201)).toHaveLength(5)
  expect(many.filter(({ status }) => status === 429)).toHaveLength(3)
  expect((await order(as(ben))).status).toBe(201)
  expect((await order(owner)).status).toBe(201)

  // What a member reads is counted as theirs too.
  const reads = [listOrders, listRestaurants, readWall]
  for (let i = 0; i < 60; i++) await as(ada).call(reads[i % 3] ?? listOrders)
  for (const read of reads) {
    expect((await as(ada).call(read)).status).toBe(429)
    expect((await as(ben).call(read)).status).toBe(200)
    expect((await owner.call(read)).status).toBe(200)
  }
})

test('what a code opens is told without using it up', async () => {
  const owner = await TestCaller.make()
  const { code } = await invitation(owner, { kind: 'phone', part: 'courier' })
  for (let i = 0; i < 3; i++) {
    const reply = await post(look, { code })
    expect(WayIn.parse(await reply.json())).toMatchObject({
      kind: 'phone',
      part: 'courier',
      seats: 1,
    })
    expect(reply.headers.has('set-cookie')).toBe(false)
  }
  await comeIn(code)
  expect((await post(look, { code })).status).toBe(404)
})

test('coming in and being shown out are events, and the stream of whoever is shown out ends', async () => {
  const owner = await TestCaller.make()
  const own = await owner.call(follow)
  const ownReader = own.body?.getReader()
  const { code } = await invitation(owner, { kind: 'phone', part: 'kitchen' })
  const cook = await comeIn(code)
  const stream = readToEnd(await as(cook).call(follow))
  await owner.call(showOut, { method: 'DELETE', params: { id: cook.id } })
  const text = await stream
  expect(text).toContain('event: member.left')
  expect((await as(cook).call(follow)).status).toBe(401)

  // What happens afterwards is not theirs to hear; the owner hears all of it.
  await order(owner)
  let heard = ''
  const decoder = new TextDecoder()
  while (!heard.includes('event: order.placed')) {
    const { value } = (await ownReader?.read()) ?? {}
    heard += decoder.decode(value)
  }
  expect(heard).toMatch(/member\.joined[^]*member\.left[^]*order\.placed/)
  await ownReader?.cancel()
})

test('when the class is over its streams end, at the next beat', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const owner = await TestCaller.make()
    const { code } = await invitation(owner, { kind: 'class', minutes: 5 })
    const ada = await comeIn(code, 'Ada')
    const stream = readToEnd(await as(ada).call(follow))
    await database.db.update(members).set({ expiresAt: Date.now() - 1 })
    vi.advanceTimersByTime(15_000)
    expect(await stream).toContain('still here')
    expect(eventTail().streamsOf(owner.sandboxId)).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

test('whoever was shown out of a class can change nothing of what they ordered', async () => {
  const owner = await TestCaller.make()
  const { code } = await invitation(owner, { kind: 'class', minutes: 45 })
  const ada = await comeIn(code, 'Ada')
  const { id } = await (await order(as(ada))).json()
  await owner.call(showOut, { method: 'DELETE', params: { id: ada.id } })
  const cancelled = await as(ada).call(moveOrder, {
    method: 'PATCH',
    params: { id },
    body: { status: 'cancelled' },
  })
  expect(cancelled.status).toBe(401)
  // The order stays: the kitchen has it.
  expect((await wallOf(owner)).map((item) => item.order.id)).toEqual([id])
})
