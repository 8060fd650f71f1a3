import { beforeAll, expect, test, vi } from 'vitest'
import { Problem } from '@/contracts/problem'
import { RestaurantList, RestaurantWithMenu } from '@/contracts/restaurants'
import { CurrentSandbox, Sandbox } from '@/contracts/sandboxes'
import { catalogue } from '@/db/catalogue/catalogue'
import type { TestDatabase } from '@/db/testing'
import * as anything from '@/app/api/[...path]/route'
import * as events from '@/app/api/events/route'
import * as health from '@/app/api/health/route'
import * as order from '@/app/api/orders/[id]/route'
import * as orders from '@/app/api/orders/route'
import * as outbox from '@/app/api/outbox/route'
import * as restaurant from '@/app/api/restaurants/[slug]/route'
import * as restaurants from '@/app/api/restaurants/route'
import * as current from '@/app/api/sandboxes/current/route'
import * as sandboxes from '@/app/api/sandboxes/route'
import * as trace from '@/app/api/traces/[traceId]/route'
import * as traces from '@/app/api/traces/route'
import * as kitchen from '@/app/api/webhooks/kitchen/route'
import {
  call,
  countRows,
  startTestBackend,
  TestCaller,
  type Handler,
} from './testing'

vi.hoisted(() => {
  process.env['LIMIT_SANDBOXES_PER_MINUTE'] = '100000'
})

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
}

type Door = Record<
  'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS',
  Handler
>
const doors: [string, Door, string][] = [
  ['/api/orders', orders, 'GET, HEAD, POST, OPTIONS'],
  ['/api/orders/{id}', order, 'GET, HEAD, PATCH, OPTIONS'],
  ['/api/restaurants', restaurants, 'GET, HEAD, OPTIONS'],
  ['/api/restaurants/{slug}', restaurant, 'GET, HEAD, OPTIONS'],
  ['/api/sandboxes', sandboxes, 'POST, OPTIONS'],
  ['/api/sandboxes/current', current, 'GET, HEAD, PATCH, DELETE, OPTIONS'],
  ['/api/events', events, 'GET, HEAD, OPTIONS'],
  ['/api/health', health, 'GET, HEAD, OPTIONS'],
  ['/api/outbox', outbox, 'GET, HEAD, OPTIONS'],
  ['/api/traces', traces, 'POST, OPTIONS'],
  ['/api/traces/{traceId}', trace, 'GET, HEAD, OPTIONS'],
  ['/api/webhooks/kitchen', kitchen, 'POST, OPTIONS'],
]

test.each(doors)(
  '%s answers a method it does not take with 405 and Allow',
  async (path, door, allow) => {
    const before = await countRows(database)
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      if (allow.includes(method)) continue
      const reply = await call(door[method], {
        method,
        path,
        ...(method === 'GET' ? {} : { body: {} }),
      })
      expect([method, reply.status]).toEqual([method, 405])
      expect(reply.headers.get('allow')).toBe(allow)
      expect(Problem.parse(await reply.json()).type).toMatch(
        /method-not-allowed$/,
      )
      expect(reply.headers.has('set-cookie')).toBe(false)
    }
    expect(await countRows(database)).toEqual(before)
  },
)

test.each(doors)(
  '%s answers OPTIONS with the methods it takes',
  async (path, door, allow) => {
    const reply = await call(door.OPTIONS, { method: 'OPTIONS', path })
    expect([reply.status, reply.headers.get('allow')]).toEqual([204, allow])
    expect(await reply.text()).toBe('')
  },
)

test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)(
  '%s of an unknown address under /api is a problem of its own, and makes nothing',
  async (method) => {
    const before = await countRows(database)
    const reply = await call(anything[method], {
      method,
      path: '/api/kitchens/7',
    })
    expect(reply.status).toBe(404)
    const problem = Problem.parse(await reply.json())
    expect(problem.instance).toBe('/api/kitchens/7')
    expect(reply.headers.has('set-cookie')).toBe(false)
    expect(await countRows(database)).toEqual(before)
  },
)

test('a read with no credentials makes nothing, sets nothing, and sees an empty sandbox', async () => {
  const before = await countRows(database)
  const list = await call(orders.GET, { path: '/api/orders' })
  expect([list.status, await list.json()]).toEqual([200, { items: [] }])
  const reads: [Handler, Record<string, string>, number][] = [
    [restaurants.GET, {}, 200],
    [restaurant.GET, { slug: 'lantern-noodle-house' }, 200],
    [order.GET, { id: 'ord_x' }, 404],
    [trace.GET, { traceId: 'a'.repeat(32) }, 404],
    [current.GET, {}, 404],
  ]
  for (const [handler, params, status] of reads) {
    const reply = await call(handler, { params })
    expect(reply.status).toBe(status)
    expect(reply.headers.has('set-cookie')).toBe(false)
    // Nobody is counted, so nothing is said of a limit, not even emptily.
    expect(reply.headers.has('ratelimit')).toBe(false)
    expect(reply.headers.has('ratelimit-policy')).toBe(false)
  }
  expect(await countRows(database)).toEqual(before)
})

test('a write with no credentials makes a sandbox and sets exactly its cookie', async () => {
  const before = await countRows(database)
  const reply = await call(orders.POST, {
    method: 'POST',
    path: '/api/orders',
    body: wish,
  })
  expect(reply.status).toBe(201)
  const cookies = reply.headers.getSetCookie()
  expect(cookies.length).toBe(1)
  expect(cookies[0]).toMatch(
    /^sandbox=[\w.-]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
  )
  expect((await countRows(database))['sandboxes']).toBe(
    (before['sandboxes'] ?? 0) + 1,
  )

  const cookie = (cookies[0] ?? '').split(';')[0] ?? ''
  const list = await call(orders.GET, {
    path: '/api/orders',
    headers: { cookie },
  })
  expect((await list.json()).items).toEqual([await reply.json()])
  const second = await call(orders.POST, {
    method: 'POST',
    path: '/api/orders',
    body: wish,
    headers: { cookie },
  })
  expect(second.status).toBe(201)
  expect(second.headers.has('set-cookie')).toBe(false)
})

test('the cookie is read wherever it stands among others', async () => {
  const guest = await TestCaller.make()
  for (const cookie of [
    `sandbox=${guest.token}`,
    `a=b; sandbox=${guest.token}`,
    `sandbox=${guest.token};a=b`,
    `xsandbox=no; sandbox=${guest.token}; sandboxx=no`,
  ]) {
    const reply = await call(current.GET, { headers: { cookie } })
    expect((await reply.json()).id).toBe(guest.sandboxId)
  }
})

test('POST /api/sandboxes gives a token that works, and a cookie to pages alone', async () => {
  const open = (headers = {}, body?: unknown) =>
    call(sandboxes.POST, {
      method: 'POST',
      path: '/api/sandboxes',
      headers,
      body,
    })
  const reply = await open()
  expect(reply.status).toBe(201)
  expect(reply.headers.has('set-cookie')).toBe(false)
  const sandbox = Sandbox.parse(await reply.json())
  expect(Date.parse(sandbox.expiresAt) - Date.now()).toBeGreaterThan(
    23 * 60 * 60 * 1000,
  )

  const caller = await TestCaller.of(sandbox.id)
  const authorization = `Bearer ${sandbox.token}`
  const mine = await call(current.GET, { headers: { authorization } })
  expect(CurrentSandbox.parse(await mine.json())).toEqual({
    id: caller.sandboxId,
    autopilot: false,
    part: null,
    shifts: [],
    expiresAt: sandbox.expiresAt,
  })
  const page = await open(
    { 'sec-fetch-site': 'same-origin' },
    { autopilot: true },
  )
  expect(page.headers.getSetCookie().length).toBe(1)
  const { id } = await page.json()
  const asked = await (await TestCaller.of(id)).call(current.GET)
  expect((await asked.json()).autopilot).toBe(true)
})

test.each<[unknown, number]>([
  [{}, 201],
  ['', 201],
  [{ autopilot: 'yes' }, 422],
  [{ autopilot: null }, 422],
  [{ id: 'sbx_mine' }, 422],
  [[], 422],
  ['{', 400],
  ['x'.repeat(20_000), 413],
])('POST /api/sandboxes with %j is %d', async (body, status) => {
  const before = await countRows(database)
  const reply = await call(sandboxes.POST, {
    method: 'POST',
    path: '/api/sandboxes',
    body,
  })
  expect(reply.status).toBe(status)
  const grown =
    ((await countRows(database))['sandboxes'] ?? 0) - (before['sandboxes'] ?? 0)
  expect(grown).toBe(status === 201 ? 1 : 0)
})

test.each<Record<string, string>>([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://evil.example' },
])('POST /api/sandboxes from another site (%j) is 403', async (headers) => {
  const before = await countRows(database)
  const reply = await call(sandboxes.POST, {
    method: 'POST',
    path: '/api/sandboxes',
    headers,
  })
  expect(reply.status).toBe(403)
  expect(await countRows(database)).toEqual(before)
})

test('the restaurants are the catalogue’s, those that are open first', async () => {
  const reply = await call(restaurants.GET, { path: '/api/restaurants' })
  const { items } = RestaurantList.parse(await reply.json())
  expect(items.map((one) => one.slug).sort()).toEqual(
    catalogue.map((one) => one.slug).sort(),
  )
  const open = items.map((one) => one.open)
  expect(open).toEqual([...open].sort((a, b) => Number(b) - Number(a)))
  expect(open.filter(Boolean).length).toBeGreaterThanOrEqual(3)
  expect(open.filter((one) => !one).length).toBeGreaterThanOrEqual(1)
})

test.each(catalogue.map((one) => one.slug))(
  '%s shows its whole menu',
  async (slug) => {
    const reply = await call(restaurant.GET, {
      path: `/api/restaurants/${slug}`,
      params: { slug },
    })
    expect(reply.status).toBe(200)
    const shown = RestaurantWithMenu.parse(await reply.json())
    const kept = catalogue.find((one) => one.slug === slug)
    expect(
      shown.menu.dishes.map((dish) => [
        dish.id,
        dish.price.amount,
        dish.portionsLeft,
      ]),
    ).toEqual(
      kept?.dishes.map((dish) => [dish.id, dish.priceMinor, dish.portions]),
    )
    for (const dish of shown.menu.dishes)
      expect(dish.available).toBe(shown.open)
  },
)

test('what is left of a dish is each guest’s own, and starting over fills it again', async () => {
  const [guest, other] = [await TestCaller.make(), await TestCaller.make()]
  const lines = [
    { dish: 'tea-smoked-duck', quantity: 1 },
    { dish: 'miso-ramen', quantity: 7 },
  ]
  await guest.call(orders.POST, { method: 'POST', body: { ...wish, lines } })
  const left = async (caller: TestCaller) => {
    const reply = await caller.call(restaurant.GET, {
      params: { slug: 'lantern-noodle-house' },
    })
    const { menu } = RestaurantWithMenu.parse(await reply.json())
    return ['tea-smoked-duck', 'miso-ramen'].map((id) => {
      const dish = menu.dishes.find((one) => one.id === id)
      return [dish?.portionsLeft, dish?.available]
    })
  }
  expect(await left(guest)).toEqual([
    [0, false],
    [93, true],
  ])
  expect(await left(other)).toEqual([
    [1, true],
    [100, true],
  ])
  expect((await guest.call(current.DELETE, { method: 'DELETE' })).status).toBe(
    204,
  )
  expect(await left(guest)).toEqual([
    [1, true],
    [100, true],
  ])
})

test.each(['nobody', 'lantern-noodle-house\0', '__proto__', "' or 1=1 --", ''])(
  'the restaurant %j is 404',
  async (slug) => {
    const reply = await call(restaurant.GET, {
      path: '/api/restaurants/x',
      params: { slug },
    })
    expect(reply.status).toBe(404)
    Problem.parse(await reply.json())
  },
)

test('a GET of one thing carries a strong tag, and is 304 to whoever has it', async () => {
  const guest = await TestCaller.make()
  const read = (headers = {}) =>
    guest.call(restaurant.GET, {
      params: { slug: 'lantern-noodle-house' },
      headers,
    })
  const first = await read()
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toMatch(/^"[^"]+"$/)
  expect((await read({ 'if-none-match': tag })).status).toBe(304)
  await guest.call(orders.POST, { method: 'POST', body: wish })
  expect((await read({ 'if-none-match': tag })).status).toBe(200)
})

test('HEAD is GET without the body', async () => {
  const guest = await TestCaller.make()
  const head = await guest.call(restaurants.GET, { method: 'HEAD' })
  const get = await guest.call(restaurants.GET)
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
  expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'))
})

test('every reply names its trace, continues a valid parent, and says how long each step took', async () => {
  const guest = await TestCaller.make()
  const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-00`
  const reply = await guest.call(orders.POST, {
    method: 'POST',
    body: wish,
    headers: { traceparent },
  })
  expect(reply.headers.get('traceresponse')).toMatch(
    new RegExp(`^00-${'a'.repeat(32)}-[0-9a-f]{16}-00$`),
  )
  expect(reply.headers.get('server-timing')).toMatch(
    /save-the-order;dur=\d+\.\d+;desc="save the order"/,
  )
  for (const bad of [
    `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`,
    `${traceparent}, ${traceparent}`,
    'x',
  ]) {
    const fresh = await guest.call(orders.GET, {
      headers: { traceparent: bad },
    })
    expect(fresh.headers.get('traceresponse')).toMatch(
      /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/,
    )
    expect(fresh.headers.get('traceresponse')).not.toContain('a'.repeat(32))
  }
})

test('health tells the version of the schema, and needs no credentials', async () => {
  const reply = await call(health.GET)
  expect(reply.status).toBe(200)
  expect(await reply.json()).toMatchObject({
    status: 'ok',
    database: 'ok',
    schema: expect.any(Number),
  })
})

test('the door of the clock outside is not there without its secret', async () => {
  for (const authorization of [
    '',
    'Bearer ',
    'Bearer undefined',
    'Bearer null',
  ]) {
    const reply = await call(outbox.GET, {
      headers: authorization ? { authorization } : {},
    })
    expect(reply.status).toBe(404)
  }
})
