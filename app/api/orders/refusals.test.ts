import { SignJWT, UnsecuredJWT } from 'jose'
import { beforeAll, expect, test, vi } from 'vitest'
import { Problem } from '@/contracts/problem'
import { catalogue } from '@/db/catalogue/catalogue'
import type { TestDatabase } from '@/db/testing'
import { env } from '@/env'
import {
  call,
  countRows,
  startTestBackend,
  TestCaller,
} from '@/server/http/testing'
import { makeToken } from '@/server/sandbox/credentials'
import { derivedKey } from '@/server/sandbox/derived-key'
import { PATCH } from './[id]/route'
import { POST } from './route'

vi.hoisted(() => {
  process.env['LIMIT_REQUESTS_PER_MINUTE'] = '100000'
})

let database: TestDatabase
let guest: TestCaller
beforeAll(async () => {
  database = await startTestBackend()
})

const line = { dish: 'miso-ramen', quantity: 1 }
const wish = { restaurant: 'lantern-noodle-house', lines: [line] }
const order = { method: 'POST', path: '/api/orders' }

/** The problem that a call is answered with, and the proof that nothing is kept. */
async function refusal(reply: () => Promise<Response>) {
  const before = await countRows(database)
  const response = await reply()
  const text = await response.text()
  expect(response.headers.get('content-type')).toBe(
    'application/problem+json; charset=utf-8',
  )
  expect(response.headers.get('cache-control')).toBe('no-store')
  const problem = Problem.parse(JSON.parse(text))
  expect(problem.status).toBe(response.status)
  expect(problem.instance).toMatch(/^\/api\//)
  expect(problem.type).toMatch(
    new RegExp(`^${env.publicUrl}/problems/[a-z-]+$`),
  )
  expect(response.headers.get('traceresponse')).toContain(problem.traceId)
  expect(text).not.toMatch(/select|insert|sqlite|node_modules|\bat .*:\d+:\d+/i)
  expect(await countRows(database)).toEqual(before)
  return { problem, response, slug: problem.type.split('/').at(-1) }
}

async function refused(body: unknown, headers: Record<string, string> = {}) {
  guest = await TestCaller.make()
  return refusal(() => guest.call(POST, { ...order, body, headers }))
}

const lines = (...quantities: unknown[]) => ({
  ...wish,
  lines: quantities.map((quantity) => ({ dish: 'miso-ramen', quantity })),
})

test.each<[string, unknown, string]>([
  ['no restaurant', { lines: [line] }, '/restaurant'],
  ['a restaurant that is a number', { ...wish, restaurant: 1 }, '/restaurant'],
  ['an empty restaurant', { ...wish, restaurant: '' }, '/restaurant'],
  ['an unknown restaurant', { ...wish, restaurant: 'noma' }, '/restaurant'],
  [
    'a restaurant cut by NUL',
    { ...wish, restaurant: 'lantern-noodle-house\0' },
    '/restaurant',
  ],
  [
    'a restaurant of SQL',
    { ...wish, restaurant: "' or 1=1 --" },
    '/restaurant',
  ],
  ['no lines', { restaurant: wish.restaurant }, '/lines'],
  ['an empty list of lines', { ...wish, lines: [] }, '/lines'],
  ['lines that are an object', { ...wish, lines: { 0: line } }, '/lines'],
  ['twenty-one lines', { ...wish, lines: Array(21).fill(line) }, '/lines'],
  ['a line that is null', { ...wish, lines: [null] }, '/lines/0'],
  [
    'an unknown dish',
    { ...wish, lines: [line, { dish: 'fugu', quantity: 1 }] },
    '/lines/1/dish',
  ],
  [
    'a dish of another restaurant',
    { ...wish, lines: [{ dish: 'margherita', quantity: 1 }] },
    '/lines/0/dish',
  ],
  [
    'a dish called __proto__',
    { ...wish, lines: [{ dish: '__proto__', quantity: 1 }] },
    '/lines/0/dish',
  ],
  [
    'no quantity',
    { ...wish, lines: [{ dish: 'miso-ramen' }] },
    '/lines/0/quantity',
  ],
  ['a quantity of zero', lines(0), '/lines/0/quantity'],
  ['a negative quantity', lines(-1), '/lines/0/quantity'],
  ['half a portion', lines(0.5), '/lines/0/quantity'],
  ['fifty-one portions', lines(51), '/lines/0/quantity'],
  ['a huge quantity', lines(1e300), '/lines/0/quantity'],
  [
    'an infinite quantity',
    '{"restaurant":"lantern-noodle-house","lines":[{"dish":"miso-ramen","quantity":1e999}]}',
    '/lines/0/quantity',
  ],
  ['a quantity in quotes', lines('1'), '/lines/0/quantity'],
  ['a quantity that is null', lines(null), '/lines/0/quantity'],
  ['a quantity that is a list', lines([1]), '/lines/0/quantity'],
  ['a quantity that is true', lines(true), '/lines/0/quantity'],
  ['a note of 501 characters', { ...wish, note: 'x'.repeat(501) }, '/note'],
  ['a note that is null', { ...wish, note: null }, '/note'],
  ['a note that is a list', { ...wish, note: ['x'] }, '/note'],
  ['a note with half a character', { ...wish, note: 'a\ud800b' }, '/note'],
  ['a note with NUL in it', { ...wish, note: 'a\0b' }, '/note'],
  [
    'a price of the caller’s own',
    { ...wish, lines: [{ ...line, price: { amount: 1, currency: 'USD' } }] },
    '/lines/0/price',
  ],
  ['a total of the caller’s own', { ...wish, total: 1 }, '/total'],
  ['a status of the caller’s own', { ...wish, status: 'delivered' }, '/status'],
  [
    'a sandbox of the caller’s own',
    { ...wish, sandboxId: 'sbx_x' },
    '/sandboxId',
  ],
  [
    'a field that is called constructor',
    { ...wish, constructor: {} },
    '/constructor',
  ],
  ['a field whose name needs escaping', { ...wish, 'a/b~c': 1 }, '/a~1b~0c'],
  ['a list', [wish], ''],
  ['null', 'null', ''],
  ['a string', '"order"', ''],
  ['a number', '42', ''],
])(
  '%s is 422, points to the place, and keeps nothing',
  async (_, body, pointer) => {
    const { problem, slug } = await refused(body)
    expect([problem.status, slug]).toEqual([422, 'validation-failed'])
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer)
  },
)

test.each([
  '{"restaurant":"lantern-noodle-house","lines":[{"dish":"miso-ramen","quantity":1}],"__proto__":{"total":1}}',
  '{"restaurant":"lantern-noodle-house","lines":[{"dish":"miso-ramen","quantity":1,"__proto__":{}}]}',
  '{"__proto__":{"restaurant":"lantern-noodle-house","lines":[{"dish":"miso-ramen","quantity":1}]}}',
])('a field called __proto__ is 422: %s', async (body) => {
  expect((await refused(body)).problem.status).toBe(422)
})

test('every wrong place is named, so that one reply is enough to mend the request', async () => {
  const { problem } = await refused({
    restaurant: 1,
    lines: [{ dish: 2, quantity: 0 }],
    extra: 1,
  })
  expect(problem.errors?.map((error) => error.pointer).sort()).toEqual([
    '/extra',
    '/lines/0/dish',
    '/lines/0/quantity',
    '/restaurant',
  ])
})

test.each([
  ['nothing', ''],
  ['white space', '  \n'],
  ['an open brace', '{'],
  ['a trailing comma', '{"a":1,}'],
  ['single quotes', "{'a':1}"],
  ['two documents', '{}{}'],
  ['NaN', '{"restaurant":"x","lines":[{"dish":"y","quantity":NaN}]}'],
  ['a comment', '{/* */}'],
  ['a bare control character', '{"note":"a\nb"}'],
  ['a form', 'restaurant=lantern-noodle-house'],
  ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
  ['UTF-16', new Uint8Array(Buffer.from('{}', 'utf16le'))],
])('%s is not JSON: 400, and nothing is kept', async (_, body) => {
  expect((await refused(body)).problem.status).toBe(400)
})

test.each(['[', '{"a":'])(
  '%s, thousands deep, is a refusal like any other',
  async (open) => {
    const text = open.repeat(2700) + (open === '[' ? '' : '1')
    const close = (open === '[' ? ']' : '}').repeat(2700)
    expect([400, 422]).toContain((await refused(text + close)).problem.status)
  },
)

test('a mark at the start of the text (BOM) does no harm', async () => {
  const bom = new Uint8Array([
    0xef,
    0xbb,
    0xbf,
    ...Buffer.from(JSON.stringify(wish)),
  ])
  guest = await TestCaller.make()
  expect((await guest.call(POST, { ...order, body: bom })).status).toBeLessThan(
    500,
  )
})

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  'application/json5',
  'text/json',
  'x',
  'application/xml, application/json',
])('a body sent as %s is 415', async (type) => {
  const { problem, slug } = await refused(JSON.stringify(wish), {
    'content-type': type,
  })
  expect([problem.status, slug]).toEqual([415, 'unsupported-media-type'])
})

test('a body without a content type is 415', async () => {
  guest = await TestCaller.make()
  const { problem } = await refusal(() => {
    const body = new Blob([JSON.stringify(wish)]).stream()
    const headers = { authorization: `Bearer ${guest.token}` }
    const init = { method: 'POST', headers, body, duplex: 'half' }
    return POST(new Request('http://127.0.0.1:3000/api/orders', init))
  })
  expect(problem.status).toBe(415)
})

test.each([
  'application/json',
  'application/json; charset=utf-8',
  'APPLICATION/JSON',
  'application/vnd.plateful+json',
])('a body sent as %s is read', async (type) => {
  guest = await TestCaller.make()
  const reply = await guest.call(POST, {
    ...order,
    body: wish,
    headers: { 'content-type': type },
  })
  expect(reply.status).toBe(201)
})

test('a body that says it is too large is 413 before any of it is read', async () => {
  guest = await TestCaller.make()
  let pulled = 0
  const { problem } = await refusal(() => {
    const body = new ReadableStream(
      {
        pull(controller) {
          pulled += 1
          controller.enqueue(new Uint8Array(1024))
        },
      },
      { highWaterMark: 0 },
    )
    return guest.call(POST, {
      ...order,
      body,
      headers: { 'content-length': '16385' },
    })
  })
  expect(problem.status).toBe(413)
  expect(pulled).toBe(0)
})

test('a body without end is 413 as soon as it is over the limit', async () => {
  guest = await TestCaller.make()
  let pulled = 0
  let isCancelled = false
  const { problem } = await refusal(() => {
    const body = new ReadableStream(
      {
        pull(controller) {
          pulled += 1
          controller.enqueue(new Uint8Array(1024).fill(0x20))
        },
        cancel() {
          isCancelled = true
        },
      },
      { highWaterMark: 0 },
    )
    return guest.call(POST, { ...order, body })
  })
  expect(problem.status).toBe(413)
  expect(pulled).toBeLessThanOrEqual(18)
  expect(isCancelled).toBe(true)
})

test('a body of exactly 16 KiB is read; one more byte is not', async () => {
  const text = JSON.stringify(wish)
  const full = text + ' '.repeat(16 * 1024 - text.length)
  guest = await TestCaller.make()
  expect((await guest.call(POST, { ...order, body: full })).status).toBe(201)
  expect((await refused(`${full} `)).problem.status).toBe(413)
})

test('a dish that is sold out is 409, and names it', async () => {
  const { problem, slug } = await refused({
    ...wish,
    lines: [line, { dish: 'tea-smoked-duck', quantity: 2 }],
  })
  expect([problem.status, slug]).toEqual([409, 'sold-out'])
  expect(problem.detail).toContain('Tea-smoked duck')
})

test('a closed restaurant is 409', async () => {
  const closed = catalogue.find((restaurant) => restaurant.opens === null)
  const dish = closed?.dishes[0]?.id
  const { problem, slug } = await refused({
    restaurant: closed?.slug,
    lines: [{ dish, quantity: 1 }],
  })
  expect([problem.status, slug]).toEqual([409, 'restaurant-closed'])
})

const hour = 60 * 60
async function token(change: {
  key?: Uint8Array
  typ?: string
  alg?: string
  audience?: string
  expiresIn?: number
  noSubject?: boolean
}) {
  const { id } = { id: guest.sandboxId }
  const now = Math.floor(Date.now() / 1000)
  const jwt = new SignJWT(change.noSubject ? {} : { sub: id })
    .setProtectedHeader({
      alg: change.alg ?? 'HS256',
      typ: change.typ ?? 'sandbox+jwt',
    })
    .setAudience(change.audience ?? 'plateful')
    .setIssuedAt(now - 2 * hour)
    .setExpirationTime(now + (change.expiresIn ?? hour))
  return jwt.sign(change.key ?? derivedKey('sandbox token'))
}

const badTokens: [string, () => Promise<string> | string][] = [
  [
    'signed with another key',
    () => token({ key: derivedKey('something else') }),
  ],
  [
    'signed with the bare secret',
    () => token({ key: Buffer.from(env.AUTH_SECRET ?? '') }),
  ],
  ['signed with an empty key', () => token({ key: new Uint8Array(64) })],
  ['of another type', () => token({ typ: 'JWT' })],
  [
    'signed by another algorithm',
    () =>
      token({
        alg: 'HS512',
        key: Buffer.concat([derivedKey('sandbox token'), new Uint8Array(32)]),
      }),
  ],
  ['for another audience', () => token({ audience: 'kitchen' })],
  ['that has expired', () => token({ expiresIn: -1 })],
  ['without a subject', () => token({ noSubject: true })],
  [
    'without a signature',
    () =>
      new UnsecuredJWT({ sub: guest.sandboxId })
        .setAudience('plateful')
        .setExpirationTime('1h')
        .encode(),
  ],
  [
    'with its signature cut off',
    async () => (await makeToken(guest.sandboxId)).replace(/[^.]+$/, ''),
  ],
  [
    'with one letter changed',
    async () =>
      (await makeToken(guest.sandboxId)).replace(
        /\.(.)/,
        (_, c) => `.${c === 'A' ? 'B' : 'A'}`,
      ),
  ],
  ['that is garbage', () => 'garbage'],
  ['of dots', () => '...'],
  ['of a sandbox id alone', () => guest.sandboxId],
]

test.each(badTokens)(
  'a bearer token %s is 401, never ignored',
  async (_, make) => {
    guest = await TestCaller.make()
    const headers = { authorization: `Bearer ${await make()}` }
    const { problem, response } = await refusal(() =>
      call(POST, { ...order, body: wish, headers }),
    )
    expect(problem.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toContain('Bearer')
    expect(response.headers.has('set-cookie')).toBe(false)
  },
)

test.each(badTokens)(
  'a cookie with a token %s is 401, never ignored',
  async (_, make) => {
    guest = await TestCaller.make()
    const headers = { cookie: `theme=dark; sandbox=${await make()}` }
    const { problem, response } = await refusal(() =>
      call(POST, { ...order, body: wish, headers }),
    )
    expect(problem.status).toBe(401)
    expect(response.headers.has('set-cookie')).toBe(false)
  },
)

test.each([
  'Bearer',
  'Bearer ',
  'Basic Zm9vOmJhcg==',
  'bearer',
  'Token x',
  'Bearer a b',
  'Bearer a, Bearer b',
  'x',
])(
  'the Authorization field %j is 401, even beside a good cookie',
  async (authorization) => {
    guest = await TestCaller.make()
    const headers = { authorization, cookie: `sandbox=${guest.token}` }
    const { problem } = await refusal(() =>
      call(POST, { ...order, body: wish, headers }),
    )
    expect(problem.status).toBe(401)
  },
)

test('a token of a sandbox that is gone, or was never there, is 401', async () => {
  guest = await TestCaller.of('sbx_00000000000000000000000000000000')
  const { problem, slug } = await refusal(() =>
    guest.call(POST, { ...order, body: wish }),
  )
  expect([problem.status, slug]).toEqual([401, 'sandbox-expired'])
})

test.each<Record<string, string>>([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:3000' },
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://127.0.0.1:3001' },
  { origin: 'http://127.0.0.1:3000.evil.example', host: '127.0.0.1:3000' },
])('a write by cookie with %j is 403, and nothing is kept', async (headers) => {
  guest = await TestCaller.make()
  const cookie = `sandbox=${guest.token}`
  const place = () =>
    call(POST, { ...order, body: wish, headers: { cookie, ...headers } })
  expect((await refusal(place)).problem.status).toBe(403)
  const move = () =>
    call(PATCH, {
      method: 'PATCH',
      params: { id: 'x' },
      body: { status: 'accepted' },
      headers: { cookie, ...headers },
    })
  expect((await refusal(move)).problem.status).toBe(403)
})

test('a cross-site write of a stranger makes no sandbox', async () => {
  const headers = { 'sec-fetch-site': 'cross-site' }
  const { response, problem } = await refusal(() =>
    call(POST, { ...order, body: wish, headers }),
  )
  expect(problem.status).toBe(403)
  expect(response.headers.has('set-cookie')).toBe(false)
})

test.each<Record<string, string>>([
  {},
  { 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'none' },
  { origin: 'http://127.0.0.1:3000' },
])(
  'a write by cookie with %j is our own page’s, and is done',
  async (headers) => {
    guest = await TestCaller.make()
    const cookie = `sandbox=${guest.token}`
    const reply = await call(POST, {
      ...order,
      body: wish,
      headers: { cookie, ...headers },
    })
    expect(reply.status).toBe(201)
  },
)

test('a bearer token may write from any site: no browser sends it by itself', async () => {
  guest = await TestCaller.make()
  const headers = {
    'sec-fetch-site': 'cross-site',
    origin: 'https://elsewhere.example',
  }
  expect(
    (await guest.call(POST, { ...order, body: wish, headers })).status,
  ).toBe(201)
})
