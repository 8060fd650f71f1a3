import { randomBytes } from 'node:crypto'
import { getIntrospectionQuery } from 'graphql'
import { serverAudits } from 'graphql-http'
import { beforeAll, expect, test, vi } from 'vitest'
import { GET as listOrders } from '@/app/api/orders/route'
import { GET as getRestaurant } from '@/app/api/restaurants/[slug]/route'
import { deliverOutbox } from '@/app/api/outbox/deliver'
import type { Span } from '@/contracts/trace'
import {
  countRows,
  startTestBackend,
  TestCaller,
  call,
} from '@/server/http/testing'
import { readTrace } from '@/tracing/read-trace'
import { spanStore } from '@/tracing/span-store'
import type { TestDatabase } from '@/db/testing'
import { GET, PATCH, POST } from './route'

vi.hoisted(() => {
  process.env['LIMIT_ORDERS_PER_MINUTE'] = '100000'
  process.env['LIMIT_REQUESTS_PER_MINUTE'] = '100000'
})

let database: TestDatabase
let guest: TestCaller
beforeAll(async () => {
  database = await startTestBackend()
  guest = await TestCaller.make()
})

type Answer = {
  data?: { [name: string]: unknown } | null
  errors?: { message: string; extensions?: { [name: string]: unknown } }[]
}
const place = /* GraphQL */ `
  mutation Place($wish: NewOrder!) {
    placeOrder(wish: $wish) {
      ... on Order {
        id
        status
        total {
          amount
        }
        restaurant {
          name
          open
        }
      }
      ... on Problem {
        type
        httpStatus
        detail
        errors {
          pointer
          detail
        }
      }
    }
  }
`
const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
}

async function ask(
  query: string,
  variables: object = {},
  { caller = guest, headers = {} } = {},
) {
  const path = '/api/graphql'
  const body = { query, variables }
  return caller.call(POST, { method: 'POST', path, body, headers })
}
async function answerTo(query: string, variables: object = {}, options = {}) {
  const reply = await ask(query, variables, options)
  return (await reply.json()) as Answer
}
async function spansOf(reply: Response): Promise<Span[]> {
  const traceId = reply.headers.get('traceresponse')?.split('-')[1] ?? ''
  await spanStore().flush()
  return (await readTrace(database.db, traceId))?.spans ?? []
}

for (const audit of serverAudits({
  url: 'http://127.0.0.1:3000/api/graphql',
  fetchFn: async (url: string, init: RequestInit = {}) => {
    const request = new Request(url, init)
    return request.method === 'GET' ? GET(request) : POST(request)
  },
}))
  test(`GraphQL over HTTP, ${audit.id}: ${audit.name}`, async () => {
    const result = await audit.fn()
    const reason = result.status === 'ok' ? '' : result.reason
    expect([result.status, reason]).toEqual(['ok', ''])
  })

test('it tells what the other doors tell', async () => {
  await answerTo(place, { wish })
  const rest = await guest.call(listOrders, { path: '/api/orders' })
  const { items } = (await rest.json()) as { items: { id: string }[] }
  expect(items).toHaveLength(1)
  const answer = await answerTo(`{
    orders { next items { id status placedAt note
      subtotal { amount currency } deliveryFee { amount currency }
      total { amount currency } restaurant { slug name }
      lines { dish name quantity price { amount currency } total { amount currency } }
      history { status at by reason } } }
  }`)
  expect(answer.errors).toBeUndefined()
  const { orders } = answer.data as { orders: { items: object[] } }
  expect(orders.items).toMatchObject(JSON.parse(JSON.stringify(items)))

  const menu = await guest.call(getRestaurant, {
    path: '/api/restaurants/lantern-noodle-house',
    params: { slug: 'lantern-noodle-house' },
  })
  const asked = await answerTo(`{ restaurant(slug: "lantern-noodle-house") {
    menu { id name description price { amount currency } allergens picture portionsLeft available }
  } }`)
  const { menu: told } = (await menu.json()) as { menu: { dishes: object[] } }
  expect(told.dishes.length).toBeGreaterThan(0)
  expect(asked.data?.['restaurant']).toEqual({ menu: told.dishes })
})

test('a list asks once for its restaurants, and once for their menus', async () => {
  for (const restaurant of ['lantern-noodle-house', 'lantern-noodle-house'])
    await answerTo(place, { wish: { ...wish, restaurant } })
  const reply = await ask(
    '{ restaurants { name menu { name restaurant { name } } } }',
  )
  const spans = await spansOf(reply)
  const selects = spans.filter(({ name }) => name === 'SELECT dishes')
  expect(selects).toHaveLength(1)
  const steps = spans.map(({ name }) => name)
  expect(steps.filter((name) => name === 'read the menus')).toHaveLength(1)
  expect(
    steps.filter((name) => name === 'look up the restaurants'),
  ).toHaveLength(1)
  for (const span of spans)
    if (steps.includes(span.name) && span.sql) expect(span.code).toBeDefined()
})

test('a refusal is data, with the problem of the other door, and leaves nothing', async () => {
  const many = { ...wish, lines: [{ dish: 'miso-ramen', quantity: 50 }] }
  let last: Answer = {}
  while (!('httpStatus' in Object(last.data?.['placeOrder'])))
    last = await answerTo(place, { wish: many })
  expect(last.data?.['placeOrder']).toMatchObject({ httpStatus: 409 })

  const before = await countRows(database)
  await answerTo(place, { wish: many })
  const unknown = await answerTo(place, {
    wish: { ...wish, lines: [{ dish: 'lead', quantity: 1 }] },
  })
  expect(unknown.data?.['placeOrder']).toMatchObject({
    httpStatus: 422,
    errors: [{ pointer: '/lines/0/dish' }],
  })
  const long = await answerTo(place, {
    wish: { ...wish, note: 'x'.repeat(501) },
  })
  expect(long.data?.['placeOrder']).toMatchObject({
    httpStatus: 422,
    errors: [{ pointer: '/note' }],
  })
  expect(await countRows(database)).toEqual(before)
})

test('a key makes two requests one order, and both replies the same bytes', async () => {
  const headers = {
    'idempotency-key': `question-${randomBytes(4).toString('hex')}`,
  }
  const first = await ask(place, { wish }, { headers })
  const again = await ask(place, { wish }, { headers })
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(again.headers.get('content-type')).toBe(
    first.headers.get('content-type'),
  )
  expect(await again.text()).toBe(await first.text())
  const other = await ask(
    place,
    { wish: { ...wish, note: 'other' } },
    { headers },
  )
  expect(other.status).toBe(422)

  const many = { 'idempotency-key': `twins-${randomBytes(4).toString('hex')}` }
  const before = (await countRows(database))['orders'] ?? 0
  const replies = await Promise.all(
    Array.from({ length: 8 }, () => ask(place, { wish }, { headers: many })),
  )
  const texts = new Set(await Promise.all(replies.map((reply) => reply.text())))
  expect(texts.size).toBe(1)
  expect((await countRows(database))['orders']).toBe(before + 1)
  await deliverOutbox()
})

test('an order is moved by the rules of the other door', async () => {
  const placed = await answerTo(place, { wish })
  const { id } = placed.data?.['placeOrder'] as { id: string }
  const move = `mutation Move($id: ID!, $to: OrderStatus!) {
    moveOrder(id: $id, status: $to) {
      ... on Order { status history { status } }
      ... on Problem { httpStatus allowed }
    }
  }`
  const moved = await answerTo(move, { id, to: 'accepted' })
  expect(moved.data?.['moveOrder']).toMatchObject({ status: 'accepted' })
  const illegal = await answerTo(move, { id, to: 'delivered' })
  expect(illegal.data?.['moveOrder']).toEqual({
    httpStatus: 409,
    allowed: ['cooking', 'cancelled'],
  })
  const other = await TestCaller.make()
  const strangers = await answerTo(
    move,
    { id, to: 'cooking' },
    { caller: other },
  )
  expect(strangers.data?.['moveOrder']).toMatchObject({ httpStatus: 404 })
  const seen = await answerTo(
    `{ order(id: "${id}") { id } }`,
    {},
    { caller: other },
  )
  expect(seen).toEqual({ data: { order: null } })
})

test('who only asks gets no sandbox, who changes something does', async () => {
  const body = (query: string) => ({
    method: 'POST',
    path: '/api/graphql',
    body: { query, variables: { wish } },
  })
  const asked = await call(
    POST,
    body('{ restaurants { name } orders { items { id } } }'),
  )
  expect(asked.headers.has('set-cookie')).toBe(false)
  expect((await asked.json()) as Answer).toMatchObject({
    data: { orders: { items: [] } },
  })
  const changed = await call(POST, body(place))
  expect(changed.headers.get('set-cookie')).toContain('HttpOnly')
  expect((await changed.json()) as Answer).toMatchObject({
    data: { placeOrder: { status: 'placed' } },
  })
})

const fragments = Array.from(
  { length: 12 },
  (_, at) => `fragment f${at} on Restaurant { ...f${at + 1} ...f${at + 1} }`,
).join(' ')
const tooLarge: Record<string, string> = {
  depth: `{ restaurants { menu { restaurant { menu { restaurant { menu { restaurant { menu { name } } } } } } } } }`,
  'depth, with a type beside it': `{ __typename restaurants { menu { restaurant { menu { restaurant { menu { restaurant { menu { name } } } } } } } } }`,
  fields: `{ ${Array.from({ length: 301 }, () => 'restaurants { name }').join(' ')} }`,
  aliases: `{ ${Array.from({ length: 21 }, (_, at) => `a${at}: restaurants { name }`).join(' ')} }`,
  directives: `{ restaurants { name ${'@include(if: true) '.repeat(21)} } }`,
  cost: `{ orders(first: 100) { items { restaurant { menu { name price { amount } } } lines { name } history { at } } } }`,
  'cost, whose length comes later': `query Q($n: Int!) { orders(first: $n) { items { restaurant { menu { name price { amount } } } lines { name } history { at } } } }`,
  'fragments in fragments': `{ restaurants { ...f0 } } ${fragments} fragment f12 on Restaurant { name }`,
  changes: `mutation { a: moveOrder(id: "x", status: cooking) { __typename } b: moveOrder(id: "x", status: cooking) { __typename } }`,
  'changes in a fragment': `mutation { ...both } fragment both on Mutation { a: moveOrder(id: "x", status: cooking) { __typename } b: moveOrder(id: "x", status: cooking) { __typename } }`,
  'cost, beside a length below nothing': `{ orders(first: 100) { items { restaurant { menu { name price { amount } } } lines { name } history { at } } } less: orders(first: -100000) { items { id status } } }`,
  tokens: `{ ${'restaurants { slug } '.repeat(300)} }`,
  'the schema, round and round': `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
}
for (const [name, query] of Object.entries(tooLarge))
  test(`too large a question is refused before anything is looked up: ${name}`, async () => {
    const reply = await ask(query)
    const answer = (await reply.json()) as Answer
    expect(answer.errors?.length).toBeGreaterThan(0)
    expect(answer.data ?? null).toBeNull()
    const steps = (await spansOf(reply)).map(({ name }) => name)
    expect(
      steps.filter((step) => /restaurants|menus|orders$/.test(step)),
    ).toEqual([])
  })

test('a fragment that leads to itself is refused, and soon', async () => {
  const answer = await answerTo(
    '{ restaurants { ...a } } fragment a on Restaurant { menu { restaurant { ...a } } }',
  )
  expect(answer.errors?.[0]?.message).toContain('itself')
})

test('tools may ask for the schema, and find no more than the catalogue and orders', async () => {
  const answer = await answerTo(
    getIntrospectionQuery({ inputValueDeprecation: true }),
  )
  expect(answer.errors).toBeUndefined()
  const text = JSON.stringify(answer)
  expect(text).not.toMatch(/sandbox|token|secret|password/i)
})

test('a change does not come in by GET, nor by a method that is not there', async () => {
  const query = encodeURIComponent(
    'mutation { moveOrder(id: "x", status: cooking) { __typename } }',
  )
  const reply = await guest.call(GET, { path: `/api/graphql?query=${query}` })
  expect(reply.status).toBe(405)
  const patched = await guest.call(PATCH, {
    method: 'PATCH',
    path: '/api/graphql',
  })
  expect(patched.status).toBe(405)
  expect(patched.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS')
})

test.each([
  'application/x-www-form-urlencoded',
  'text/plain',
  'application/graphql',
])('a question in %s is 415: a form could send it unasked', async (type) => {
  const reply = await guest.call(POST, {
    method: 'POST',
    path: '/api/graphql',
    headers: { 'content-type': type },
    body: type.includes('form') ? 'query={__typename}' : '{__typename}',
  })
  expect(reply.status).toBe(415)
})

test('HEAD has the head of GET, and no body', async () => {
  const path = '/api/graphql?query=%7B__typename%7D'
  const reply = await guest.call(GET, { method: 'HEAD', path })
  expect(reply.status).toBe(200)
  expect(await reply.text()).toBe('')
})

test('what breaks is a problem document, and tells nothing of the inside', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const caller = await TestCaller.make()
  await answerTo('{ restaurants { name } }', {}, { caller })
  await database.client.execute('alter table dishes rename to dishes_gone')
  try {
    const reply = await ask('{ restaurants { menu { name } } }', {}, { caller })
    expect(reply.status).toBe(500)
    expect(reply.headers.get('content-type')).toMatch(
      /^application\/problem\+json/,
    )
    expect(await reply.text()).not.toMatch(/dishes|SQLITE|select/i)
  } finally {
    await database.client.execute('alter table dishes_gone rename to dishes')
  }
})
