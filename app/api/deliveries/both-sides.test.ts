import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Delivery, DeliveryList } from '@/contracts/deliveries'
import { Order, nextStatuses, type OrderStatus } from '@/contracts/orders'
import { deliveries } from '@/db/schema/deliveries'
import { orders } from '@/db/schema/orders'
import { restaurants } from '@/db/schema/restaurants'
import { sandboxes } from '@/db/schema/sandboxes'
import { weather, weatherKeptForMs } from '@/db/schema/weather'
import type { Sky } from '@/contracts/sky'
import { nameOf, placeOnGrid } from '@/server/weather/place'
import type { TestDatabase } from '@/db/testing'
import { startTestBackend, TestCaller } from '@/server/http/testing'
import { openSandbox } from '@/server/sandbox/sandboxes'
import { houseDatabase } from '@/server/http/visit'
import { GET as readRestaurant } from '../restaurants/[slug]/route'
import { GET as readOrder, PATCH } from '../orders/[id]/route'
import { autopilotCooks } from '../orders/autopilot'
import { POST } from '../orders/route'
import {
  DELETE as endShift,
  PUT as takeShift,
} from '../sandboxes/current/shifts/[part]/route'
import { DELETE as startOver } from '../sandboxes/current/route'
import { autopilotRides } from './autopilot'
import { GET as readDelivery, PATCH as takeDelivery } from './[id]/route'
import { GET as listDeliveries } from './route'
import { comeBy as letComeBy } from './testing'

vi.hoisted(() => {
  process.env['LIMIT_ORDERS_PER_MINUTE'] = '100000'
  process.env['LIMIT_REQUESTS_PER_MINUTE'] = '100000'
})

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})
beforeEach(async () => {
  await database.db.update(orders).set({ autopilotAt: null })
  await database.db.update(deliveries).set({ autopilotAt: null })
})

async function makeGuest(autopilot: boolean): Promise<TestCaller> {
  const address = `test ${Math.random()}`
  const { id } = await openSandbox(houseDatabase(), address, autopilot)
  return TestCaller.of(id)
}

async function place(guest: TestCaller, quantity = 1): Promise<Order> {
  const reply = await guest.call(POST, {
    method: 'POST',
    path: '/api/orders',
    body: {
      restaurant: 'lantern-noodle-house',
      lines: [{ dish: 'miso-ramen', quantity }],
    },
  })
  expect(reply.status).toBe(201)
  return Order.parse(await reply.json())
}

const move = (guest: TestCaller, id: string, body: unknown) =>
  guest.call(PATCH, { method: 'PATCH', params: { id }, body })
const read = async (guest: TestCaller, id: string) =>
  Order.parse(await (await guest.call(readOrder, { params: { id } })).json())
const delivery = async (guest: TestCaller, id: string) =>
  Delivery.parse(
    await (await guest.call(readDelivery, { params: { id } })).json(),
  )
const kindsOf = async (guest: TestCaller, id: string) => {
  const { rows } = await database.client.execute({
    sql: "select kind from events where sandbox_id = ? and order_id = ? and kind <> 'spans' order by id",
    args: [guest.sandboxId, id],
  })
  return rows.map((row) => String(row['kind']))
}

/** Somebody comes by when all that waits is due. */
const comeBy = () => letComeBy(database)

test('the autopilot carries an order from the press to the door, each step once', async () => {
  const guest = await makeGuest(true)
  const { id } = await place(guest)
  for (let i = 0; i < 8; i++) await comeBy()

  const order = await read(guest, id)
  expect(order.history.map(({ status, by }) => [status, by])).toEqual([
    ['placed', undefined],
    ['accepted', 'autopilot'],
    ['cooking', 'autopilot'],
    ['ready', 'autopilot'],
    ['collected', 'autopilot'],
    ['delivered', 'autopilot'],
  ])
  expect(await kindsOf(guest, id)).toEqual([
    'order.placed',
    'order.accepted',
    'courier.offered',
    'order.cooking',
    'courier.accepted',
    'order.ready',
    'order.collected',
    'order.delivered',
  ])
  const [left] = await database.db.select().from(orders).limit(1)
  expect(left?.autopilotAt).toBeNull()
})

test('the first move is due five seconds after the order or later, and not before', async () => {
  const guest = await makeGuest(true)
  const { id, placedAt } = await place(guest)
  await autopilotCooks()
  expect((await read(guest, id)).status).toBe('placed')
  const rows = await database.db.select().from(orders)
  const due = rows.find((row) => row.id === id)?.autopilotAt ?? 0
  expect(due - Date.parse(placedAt)).toBeGreaterThanOrEqual(5_000)
})

test('a sandbox that an API caller made is not played by anybody', async () => {
  const guest = await makeGuest(false)
  const { id } = await place(guest)
  await comeBy()
  await move(guest, id, { status: 'accepted' })
  await comeBy()
  await comeBy()
  expect((await read(guest, id)).status).toBe('accepted')
  expect((await delivery(guest, id)).status).toBe('offered')
})

test('switched off halfway, the autopilot leaves the order where it is', async () => {
  const guest = await makeGuest(true)
  const { id } = await place(guest)
  await comeBy()
  await database.db.update(sandboxes).set({ autopilot: false })
  for (let i = 0; i < 3; i++) await comeBy()
  expect((await read(guest, id)).status).toBe('accepted')
})

test('a person and the autopilot never both make a move', async () => {
  const guest = await makeGuest(true)
  for (let round = 0; round < 12; round++) {
    const { id } = await place(guest)
    const [reply] = await Promise.all([
      move(guest, id, { status: 'accepted' }),
      comeBy(),
    ])
    expect([200, 409, 412]).toContain(reply.status)
    const kinds = await kindsOf(guest, id)
    expect(kinds.filter((kind) => kind === 'order.accepted').length).toBe(1)
    expect(kinds.filter((kind) => kind === 'courier.offered').length).toBe(1)
  }
})

test('two processes that look at the same moment make each move once', async () => {
  const guest = await makeGuest(true)
  const { id } = await place(guest)
  for (let i = 0; i < 8; i++)
    await Promise.all([comeBy(), comeBy(), autopilotCooks(), autopilotRides()])
  const kinds = await kindsOf(guest, id)
  expect(new Set(kinds).size).toBe(kinds.length)
  expect((await read(guest, id)).status).toBe('delivered')
})

test('while a person has the shift the autopilot keeps its hands off, and goes on after it', async () => {
  const guest = await makeGuest(true)
  const { id } = await place(guest)
  const shift = await guest.call(takeShift, {
    method: 'PUT',
    params: { part: 'kitchen' },
  })
  expect(shift.status).toBe(200)
  await comeBy()
  await comeBy()
  expect((await read(guest, id)).status).toBe('placed')
  expect((await move(guest, id, { status: 'accepted' })).status).toBe(200)
  await comeBy()
  expect((await read(guest, id)).status).toBe('accepted')
  // The courier is nobody's: that side goes on.
  expect((await delivery(guest, id)).status).toBe('accepted')

  const ended = await guest.call(endShift, {
    method: 'DELETE',
    params: { part: 'kitchen' },
  })
  expect(ended.status).toBe(204)
  await comeBy()
  expect((await read(guest, id)).status).toBe('cooking')
})

test('a screen that says again that it is there is one shift in the log', async () => {
  const guest = await makeGuest(true)
  for (let i = 0; i < 3; i++)
    await guest.call(takeShift, { method: 'PUT', params: { part: 'courier' } })
  const { rows } = await database.client.execute({
    sql: "select kind from events where sandbox_id = ? and kind like 'shift.%'",
    args: [guest.sandboxId],
  })
  expect(rows.map((row) => row['kind'])).toEqual(['shift.started'])
  for (const part of ['guest', 'cook', ''])
    expect(
      (await guest.call(takeShift, { method: 'PUT', params: { part } })).status,
    ).toBe(404)
})

test('of two couriers who take the same offer one gets it', async () => {
  const guest = await makeGuest(false)
  const { id } = await place(guest)
  await move(guest, id, { status: 'accepted' })
  const take = () =>
    guest.call(takeDelivery, {
      method: 'PATCH',
      params: { id },
      body: { status: 'accepted' },
    })
  const replies = await Promise.all([take(), take(), take()])
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect((await delivery(guest, id)).courier).toEqual(expect.any(String))
})

test('a rejected order carries its reason, and its portions are free again', async () => {
  const guest = await makeGuest(false)
  const portionsLeft = async () => {
    const reply = await guest.call(readRestaurant, {
      params: { slug: 'lantern-noodle-house' },
    })
    const { menu } = await reply.json()
    return menu.dishes.find((dish: { id: string }) => dish.id === 'miso-ramen')
      .portionsLeft
  }
  const before = await portionsLeft()
  for (const status of ['rejected', 'cancelled'] as const) {
    const { id } = await place(guest, 3)
    expect(await portionsLeft()).toBe(before - 3)
    const reply = await move(guest, id, { status, reason: 'Out of noodles.' })
    expect(reply.status).toBe(200)
    const order = Order.parse(await reply.json())
    expect(order.history.at(-1)).toMatchObject({
      status,
      reason: 'Out of noodles.',
      by: status === 'rejected' ? 'kitchen' : 'guest',
    })
    expect(await portionsLeft()).toBe(before)
    expect((await delivery(guest, id)).status).toBe('withdrawn')
  }
})

test('only a refusal carries a reason, in plain text of at most 200 signs', async () => {
  const guest = await makeGuest(false)
  const { id } = await place(guest)
  for (const body of [
    { status: 'accepted', reason: 'because' },
    { status: 'rejected', reason: '' },
    { status: 'rejected', reason: 'x'.repeat(201) },
    { status: 'rejected', reason: 'a\u0000b' },
    { status: 'rejected', reason: 7 },
  ])
    expect((await move(guest, id, body)).status).toBe(422)
  expect((await read(guest, id)).status).toBe('placed')
})

test('the estimate moves only towards later, and ends where the courier does', async () => {
  const guest = await makeGuest(false)
  const { id, placedAt } = await place(guest)
  let last = Date.parse(placedAt)
  const path: OrderStatus[] = ['accepted', 'cooking', 'ready', 'collected']
  for (const status of path) {
    expect((await move(guest, id, { status })).status).toBe(200)
    const { arrivesAt, asOf } = await delivery(guest, id)
    expect(Date.parse(arrivesAt ?? '')).toBeGreaterThan(Date.parse(asOf) - 1)
    last = Math.max(last, Date.parse(arrivesAt ?? ''))
  }
  const onTheWay = await delivery(guest, id)
  const collectedAt = Date.parse(onTheWay.collectedAt ?? '')
  expect(Date.parse(onTheWay.arrivesAt ?? '')).toBe(
    collectedAt + onTheWay.travelMs,
  )
  const length = onTheWay.way.slice(1).reduce((sum, corner, index) => {
    const from = onTheWay.way[index] ?? corner
    return (
      sum +
      Math.abs(corner.east - from.east) +
      Math.abs(corner.north - from.north)
    )
  }, 0)
  expect(length).toBeCloseTo(onTheWay.distanceKm, 2)
  expect(onTheWay.way.at(-1)).toEqual({ east: 0, north: 0 })
})

test('a stranger sees no delivery, and starting over leaves none', async () => {
  const guest = await makeGuest(false)
  const stranger = await makeGuest(false)
  const { id } = await place(guest)
  await move(guest, id, { status: 'accepted' })
  expect((await stranger.call(readDelivery, { params: { id } })).status).toBe(
    404,
  )
  const list = async (who: TestCaller) =>
    DeliveryList.parse(await (await who.call(listDeliveries)).json()).items
  expect((await list(guest)).length).toBe(1)
  expect(await list(stranger)).toEqual([])
  await guest.call(startOver, { method: 'DELETE' })
  expect(await list(guest)).toEqual([])
  const rows = await database.db.select().from(deliveries)
  expect(rows.filter((row) => row.sandboxId === guest.sandboxId)).toEqual([])
})

test('the way that was offered counts, also when the restaurant moves away', async () => {
  const guest = await makeGuest(false)
  const { id } = await place(guest)
  await move(guest, id, { status: 'accepted' })
  const { distanceKm, way, travelMs } = await delivery(guest, id)
  const slug = eq(restaurants.slug, 'lantern-noodle-house')
  await database.db.update(restaurants).set({ distanceKm: 9.9 }).where(slug)
  try {
    expect(await delivery(guest, id)).toMatchObject({
      distanceKm,
      way,
      travelMs,
    })
    const later = await delivery(guest, (await place(guest)).id)
    expect(later.distanceKm).toBe(9.9)
    expect(later.travelMs).toBeGreaterThan(travelMs)
  } finally {
    await database.db.update(restaurants).set({ distanceKm }).where(slug)
  }
})

test('the deliveries are paged as the orders are: each once, that of the newest first', async () => {
  const guest = await makeGuest(false)
  const placed: string[] = []
  for (let i = 0; i < 7; i++) placed.unshift((await place(guest)).id)
  const seen: string[] = []
  let path: string | undefined = '/api/deliveries?limit=3'
  while (path) {
    const reply: Response = await guest.call(listDeliveries, { path })
    const { items } = DeliveryList.parse(await reply.json())
    seen.push(...items.map(({ order }) => order))
    const link: string = reply.headers.get('link') ?? ''
    path = /^<([^>]+)>; rel="next"$/.exec(link)?.[1]
  }
  expect(seen).toEqual((await listAll(guest)).map(({ order }) => order))
  expect(new Set(seen)).toEqual(new Set(placed))
  for (const query of ['limit=0', 'limit=101', 'cursor=x']) {
    const reply = await guest.call(listDeliveries, {
      path: `/api/deliveries?${query}`,
    })
    expect(reply.status).toBe(400)
  }
})

async function listAll(guest: TestCaller) {
  const reply = await guest.call(listDeliveries, {
    path: '/api/deliveries?limit=100',
  })
  return DeliveryList.parse(await reply.json()).items
}

test('every state has its part, and no state a move that nobody may make', () => {
  const moves = new Set(Object.values(nextStatuses).flat())
  expect(moves.has('placed')).toBe(false)
  expect(moves.size).toBe(7)
})

test('a courier who is called in the rain takes a quarter longer, and the delivery says why', async () => {
  const dry = await rideUnder(null)
  const wet = await rideUnder('rain')
  expect(dry.sky).toBeNull()
  expect(wet.sky).toBe('rain')
  expect(wet.travelMs).toBe(Math.round(dry.travelMs * 1.25))
  const left =
    Date.parse(wet.arrivesAt ?? '') - Date.parse(wet.collectedAt ?? '')
  expect(left).toBe(wet.travelMs)
})

test('weather that is too old to say anything slows nobody down', async () => {
  const { sky } = await rideUnder('snow', weatherKeptForMs)
  expect(sky).toBeNull()
})

/** An order that was accepted and collected under a sky; null: nobody knows it. */
async function rideUnder(sky: Sky | null, ageMs = 0) {
  await database.db.delete(weather)
  if (sky)
    await database.db.insert(weather).values({
      place: nameOf(placeOnGrid({ latitude: 25.0375, longitude: 121.5637 })),
      source: 'a test',
      observation: {
        sky,
        weatherCode: 61,
        temperatureC: 9,
        precipitationMm: 1,
        windKmh: 9,
        observedAt: new Date().toISOString(),
      },
      fetchedAt: Date.now() - ageMs,
    })
  const guest = await makeGuest(false)
  const { id } = await place(guest)
  for (const status of ['accepted', 'cooking', 'ready', 'collected'])
    expect((await move(guest, id, { status })).status).toBe(200)
  return delivery(guest, id)
}
