import { beforeAll, expect, test, vi } from 'vitest'
import { Invitation, Join, MemberList, WayIn } from '@/contracts/members'
import type { Part } from '@/contracts/parts'
import { invitations, members } from '@/db/schema/members'
import type { TestDatabase } from '@/db/testing'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import type { Handler } from '@/server/http/testing'
import { cookieFor } from '@/server/sandbox/credentials'
import {
  GET as readDelivery,
  PATCH as takeDelivery,
} from '../deliveries/[id]/route'
import { PATCH as moveOrder } from '../orders/[id]/route'
import { GET as listOrders, POST as placeOrder } from '../orders/route'
import { DELETE as closeInvitation } from '../sandboxes/current/invitations/[id]/route'
import { POST as invite } from '../sandboxes/current/invitations/route'
import { DELETE as showOut } from '../sandboxes/current/members/[id]/route'
import { GET as listMembers } from '../sandboxes/current/members/route'
import {
  DELETE as startOver,
  GET as readSandbox,
  PATCH as changeSandbox,
} from '../sandboxes/current/route'
import { PUT as takeShift } from '../sandboxes/current/shifts/[part]/route'
import { POST as makeToken } from '../sandboxes/current/token/route'
import { POST as look } from './preview/route'
import { POST as join } from './route'

vi.hoisted(() => {
  process.env['TRUSTED_ADDRESS_HEADER'] = 'x-test-address'
})

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

let addresses = 0
const knock = (
  code: string,
  {
    name,
    address = `10.0.0.${addresses++}`,
    headers = {},
  }: {
    name?: string
    address?: string
    headers?: Record<string, string>
  } = {},
) =>
  call(join, {
    method: 'POST',
    path: '/api/joins',
    body: name === undefined ? { code } : { code, name },
    headers: { 'x-test-address': address, ...headers },
  })

async function invited(owner: TestCaller, body: unknown): Promise<Invitation> {
  const reply = await owner.call(invite, { method: 'POST', body })
  expect(reply.status).toBe(201)
  return Invitation.parse(await reply.json())
}

/** Somebody who came in by a code, as a caller with their own token. */
class Guest {
  constructor(readonly joined: Join) {}
  call(handler: Handler, given: Parameters<typeof call>[1] = {}) {
    const authorization = `Bearer ${this.joined.token}`
    return call(handler, { ...given, headers: { authorization } })
  }
}

async function enter(code: string, name?: string): Promise<Guest> {
  const reply = await knock(code, name === undefined ? {} : { name })
  expect(reply.status).toBe(201)
  return new Guest(Join.parse(await reply.json()))
}

/** As a page of this site calls, with the cookie of its browser. */
const ownPage = (token: string) => ({
  cookie: cookieFor(token).split(';')[0] ?? '',
  'sec-fetch-site': 'same-origin',
})

const preview = async (code: string, headers: Record<string, string>) => {
  const reply = await call(look, {
    method: 'POST',
    path: '/api/joins/preview',
    body: { code },
    headers: { 'x-test-address': `10.0.1.${addresses++}`, ...headers },
  })
  return WayIn.parse(await reply.json())
}

const asPart = async (owner: TestCaller, part: Part) =>
  enter((await invited(owner, { kind: 'phone', part })).code)

const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
}
type Caller = Pick<Guest, 'call'>
const place = (who: Caller) =>
  who.call(placeOrder, { method: 'POST', path: '/api/orders', body: wish })
const move = (who: Caller, id: string, status: string) =>
  who.call(moveOrder, { method: 'PATCH', params: { id }, body: { status } })

test('a code lets one phone in, once, however it is typed', async () => {
  const owner = await TestCaller.make()
  const { code, url } = await invited(owner, { kind: 'phone', part: 'kitchen' })
  expect(code).toMatch(/^[2-9A-Z]{3}-[2-9A-Z]{4}$/)
  expect(url.endsWith(`/join#${code}`)).toBe(true)

  const guest = await enter(code.toLowerCase().replace('-', ' '))
  expect(guest.joined).toMatchObject({
    sandbox: owner.sandboxId,
    part: 'kitchen',
    kind: 'phone',
  })
  expect((await knock(code)).status).toBe(404)
})

test('of ten phones that try the same code at once one comes in', async () => {
  const owner = await TestCaller.make()
  const { code } = await invited(owner, { kind: 'phone', part: 'guest' })
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => knock(code)),
  )
  expect(replies.filter(({ status }) => status === 201).length).toBe(1)
  expect(replies.filter(({ status }) => status === 404).length).toBe(9)
})

test('a code that ran out, was closed or never was opens nothing, and all answer alike', async () => {
  const owner = await TestCaller.make()
  const late = await invited(owner, { kind: 'phone', part: 'guest' })
  await database.db.update(invitations).set({ expiresAt: Date.now() - 1 })
  const closed = await invited(owner, { kind: 'phone', part: 'guest' })
  await owner.call(closeInvitation, {
    method: 'DELETE',
    params: { id: closed.id },
  })
  const answers = await Promise.all(
    [late.code, closed.code, '222-2222', 'x'].map(async (code) => {
      const reply = await knock(code)
      const { detail } = await reply.json()
      return `${reply.status} ${detail}`
    }),
  )
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toMatch(/^404 /)
})

test('whoever guesses codes is stopped after 120 a minute', async () => {
  const statuses: number[] = []
  for (let i = 0; i < 122; i++)
    statuses.push((await knock(`2222${i}`, { address: '10.9.9.9' })).status)
  expect(statuses.slice(0, 120)).toEqual(Array(120).fill(404))
  expect(statuses.slice(120)).toEqual([429, 429])
})

test('each member plays their part and is refused every other', async () => {
  const owner = await TestCaller.make()
  const [guest, cook, courier] = await Promise.all([
    asPart(owner, 'guest'),
    asPart(owner, 'kitchen'),
    asPart(owner, 'courier'),
  ])
  expect((await place(cook)).status).toBe(403)
  expect((await place(courier)).status).toBe(403)
  const placed = await place(guest)
  expect(placed.status).toBe(201)
  const { id } = await placed.json()

  const path: [string, Guest][] = [
    ['accepted', cook],
    ['cooking', cook],
    ['ready', cook],
    ['collected', courier],
    ['delivered', courier],
  ]
  for (const [status, mover] of path) {
    for (const other of [guest, cook, courier].filter((one) => one !== mover))
      expect((await move(other, id, status)).status).toBe(403)
    if (status === 'cooking') {
      const take = (who: Guest) =>
        who.call(takeDelivery, {
          method: 'PATCH',
          params: { id },
          body: { status: 'accepted' },
        })
      expect((await take(cook)).status).toBe(403)
      expect((await take(courier)).status).toBe(200)
    }
    expect((await move(mover, id, status)).status).toBe(200)
  }
  for (const who of [guest, cook, courier])
    expect((await who.call(readDelivery, { params: { id } })).status).toBe(200)
})

test('what belongs to the owner is refused to every member', async () => {
  const owner = await TestCaller.make()
  const cook = await asPart(owner, 'kitchen')
  const refused = [
    cook.call(startOver, { method: 'DELETE' }),
    cook.call(changeSandbox, { method: 'PATCH', body: { autopilot: true } }),
    cook.call(invite, {
      method: 'POST',
      body: { kind: 'phone', part: 'kitchen' },
    }),
    cook.call(takeShift, { method: 'PUT', params: { part: 'courier' } }),
  ]
  for (const reply of await Promise.all(refused)) expect(reply.status).toBe(403)
  const own = await cook.call(takeShift, {
    method: 'PUT',
    params: { part: 'kitchen' },
  })
  expect(own.status).toBe(200)
  const sandbox = await (await cook.call(readSandbox)).json()
  expect(sandbox).toMatchObject({ part: 'kitchen', id: owner.sandboxId })
  expect(sandbox.shifts).toEqual([
    { part: 'kitchen', until: expect.any(String) },
  ])
})

test('a member’s cookie makes no token, and so no way around being shown out', async () => {
  const owner = await TestCaller.make()
  const { code } = await invited(owner, { kind: 'phone', part: 'kitchen' })
  const reply = await knock(code, {
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  const cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(cookie).toMatch(/^sandbox=/)
  const made = await call(makeToken, { method: 'POST', headers: { cookie } })
  expect(made.status).toBe(401)
})

test('who was shown out is a stranger from that moment', async () => {
  const owner = await TestCaller.make()
  const cook = await asPart(owner, 'kitchen')
  const courier = await asPart(owner, 'courier')
  const list = MemberList.parse(await (await owner.call(listMembers)).json())
  expect(list.items.map(({ part }) => part).sort()).toEqual([
    'courier',
    'kitchen',
  ])
  const remove = (who: Caller, id: string) =>
    who.call(showOut, { method: 'DELETE', params: { id } })
  expect((await remove(courier, cook.joined.id)).status).toBe(403)
  expect((await remove(owner, cook.joined.id)).status).toBe(204)
  expect((await cook.call(readSandbox)).status).toBe(401)
  const gone = [cook.joined.id, 'mbr_0']
  for (const id of gone) expect((await remove(owner, id)).status).toBe(404)
  // To leave is everybody's own right.
  expect((await remove(courier, courier.joined.id)).status).toBe(204)
  expect((await courier.call(listOrders)).status).toBe(401)
})

test('a class has forty seats, names that are kept short and plain, and its own time', async () => {
  const owner = await TestCaller.make()
  const { code, seats, expiresAt } = await invited(owner, {
    kind: 'class',
    minutes: 45,
  })
  expect(seats).toBe(40)
  for (const name of ['', 'x'.repeat(25), 'a\u0007b', 'a\nb', 'a\u202eb'])
    expect((await knock(code, { name })).status).toBe(422)
  const names = Array.from({ length: 41 }, (_, index) => `Pupil ${index}`)
  const replies = await Promise.all(names.map((name) => knock(code, { name })))
  const statuses = replies.map(({ status }) => status)
  expect(statuses.filter((status) => status === 201).length).toBe(40)
  expect(statuses.filter((status) => status === 404).length).toBe(1)

  const first = replies.find(({ status }) => status === 201)
  const joined = Join.parse(await first?.json())
  expect(joined).toMatchObject({ kind: 'class', part: 'guest', expiresAt })
  const pupil = new Guest(joined)
  const placed = await place(pupil)
  expect(await placed.json()).toMatchObject({
    guest: { id: joined.id, name: joined.name },
  })
})

test('in a class nobody cancels another’s order, and the owner may', async () => {
  const owner = await TestCaller.make()
  const { code } = await invited(owner, { kind: 'class', minutes: 45 })
  const [ada, ben] = [await enter(code, 'Ada'), await enter(code, 'Ben')]
  const { id } = await (await place(ada)).json()
  const own = await (await place(owner)).json()
  expect((await move(ben, id, 'cancelled')).status).toBe(403)
  expect((await move(ben, own.id, 'cancelled')).status).toBe(403)
  expect((await move(ada, id, 'cancelled')).status).toBe(200)
  const { id: second } = await (await place(ben)).json()
  expect((await move(owner, second, 'cancelled')).status).toBe(200)
})

test('the class is over when it was said to be', async () => {
  const owner = await TestCaller.make()
  const { code } = await invited(owner, { kind: 'class', minutes: 5 })
  const ada = await enter(code, 'Ada')
  await database.db.update(members).set({ expiresAt: Date.now() - 1 })
  expect((await place(ada)).status).toBe(401)
})

test('the database holds no code, and a trace no token', async () => {
  const owner = await TestCaller.make()
  const { code } = await invited(owner, { kind: 'phone', part: 'guest' })
  const { rows } = await database.client.execute('select * from invitations')
  expect(JSON.stringify(rows)).not.toContain(code)
})

test('whoever opens their own class in the same browser stays its owner, and no seat is used', async () => {
  const owner = await TestCaller.make()
  const headers = ownPage(owner.token)
  for (const wish of [{ kind: 'class' }, { kind: 'phone', part: 'kitchen' }]) {
    const { code } = await invited(owner, wish)
    expect((await preview(code, headers)).isYours).toBe(true)
    const { seats } = await preview(code, {})

    const refused = await knock(code, { name: 'Teacher', headers })
    expect(refused.status).toBe(409)
    expect((await refused.json()).type).toMatch(/\/already-yours$/)
    expect(refused.headers.get('set-cookie')).toBeNull()
    expect((await preview(code, {})).seats).toBe(seats)
  }
  const members = await owner.call(listMembers)
  expect(MemberList.parse(await members.json()).items).toEqual([])
})

test('a member, a stranger and a cookie that is no good come in as ever', async () => {
  const owner = await TestCaller.make()
  const { code } = await invited(owner, { kind: 'class' })
  const first = await enter(code, 'Ada')
  const stranger = await TestCaller.make()
  for (const token of [first.joined.token, stranger.token, 'forged']) {
    const headers = ownPage(token)
    expect((await preview(code, headers)).isYours).toBe(false)
    const reply = await knock(code, { name: 'Grace', headers })
    expect(reply.status).toBe(201)
    expect(reply.headers.get('set-cookie')).toContain('sandbox=')
  }
})
