import { expect, test } from '@playwright/test'
import { Invitation, Wall } from '../../contracts/members'
import { Guest, House, type Server } from './server'

let house: House
let a: Server
let b: Server
test.beforeEach(async () => {
  house = new House()
  a = await house.start({ LIMIT_ORDERS_PER_MINUTE: '5' })
  b = await house.start({ LIMIT_ORDERS_PER_MINUTE: '5', PUBLIC_URL: a.url })
})
test.afterEach(() => house.close())

async function openClass(owner: Guest): Promise<string> {
  const reply = await fetch(`${a.url}/api/sandboxes/current/invitations`, {
    method: 'POST',
    headers: {
      authorization: owner.authorization,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ kind: 'class', minutes: 45 }),
  })
  return Invitation.parse(await reply.json()).code
}

async function wallOf(who: Guest, server: Server) {
  const reply = await fetch(`${server.url}/api/wall`, {
    headers: { authorization: who.authorization },
  })
  return Wall.parse(await reply.json()).items
}

/** A busy house says 503: then a good client asks again, with the same key. */
async function press(pupil: Guest, server: Server, index: number) {
  let reply = await pupil.place(server, `press of ${index}`)
  await expect(async () => {
    if (reply.status === 503)
      reply = await pupil.place(server, `press of ${index}`)
    expect(reply.status).not.toBe(503)
  }).toPass({ timeout: 60_000 })
  return reply
}

test('a class of forty joins, follows and orders at once: each order once, heard by all', async () => {
  test.setTimeout(120_000)
  const owner = await Guest.make(a)
  const code = await openClass(owner)
  const names = Array.from({ length: 40 }, (_, index) => `Pupil ${index}`)
  const serverOf = (index: number) => (index % 2 ? a : b)
  const pupils = await Promise.all(
    names.map((name, index) => Guest.join(serverOf(index), code, name)),
  )
  const streams = await Promise.all(
    [owner, ...pupils].map((who, index) => who.stream(serverOf(index))),
  )
  // A nervous finger: each presses twice with one key.
  const replies = await Promise.all(
    pupils.flatMap((pupil, index) => [
      press(pupil, a, index),
      press(pupil, b, index),
    ]),
  )
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]))
  const ids = await Promise.all(
    replies.map(async (reply) => (await reply.json()).id as string),
  )
  expect(new Set(ids).size).toBe(40)

  for (const server of [a, b]) {
    const items = await wallOf(owner, server)
    const seen = items.map(({ order: { id } }) => id)
    expect(seen.sort()).toEqual([...new Set(ids)].sort())
    const guests = items.map(({ order: { guest } }) => guest?.name)
    expect(guests.sort()).toEqual([...names].sort())
    for (const { traceId } of items) expect(traceId).toMatch(/^[0-9a-f]{32}$/)
  }
  await expect(() => {
    for (const stream of streams)
      expect([...stream.placed].sort()).toEqual([...new Set(ids)].sort())
  }).toPass({ timeout: 30_000 })

  // Limits are each member's own, and hold on both servers together.
  const [ada, ben] = pupils
  if (!ada || !ben) throw new Error('nobody came in')
  const more = await Promise.all(
    Array.from({ length: 10 }, (_, index) => ada.place(serverOf(index))),
  )
  const passed = more.filter(({ status }) => status === 201).length
  expect(passed).toBe(3)
  expect((await ben.place(b)).status).toBe(201)

  const stranger = await Guest.make(b)
  expect(await wallOf(stranger, a)).toEqual([])
  expect(await stranger.orders(b)).toEqual([])
  for (const stream of streams) stream.cut()
})

test('whoever is shown out at one server hears nothing more at the other', async () => {
  const owner = await Guest.make(a)
  const pupil = await Guest.join(b, await openClass(owner), 'Ada')
  const stream = await pupil.stream(b)
  const reply = await fetch(
    `${a.url}/api/sandboxes/current/members/${pupil.id}`,
    { method: 'DELETE', headers: { authorization: owner.authorization } },
  )
  expect(reply.status).toBe(204)
  await expect(() => expect(stream.end).toBe('clean')).toPass()
  await owner.place(a)
  expect(stream.events.at(-1)?.event).toBe('member.left')
  expect((await pupil.place(b)).status).toBe(401)
})
