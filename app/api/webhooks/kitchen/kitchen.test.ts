import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { beforeAll, expect, test } from 'vitest'
import { Problem } from '@/contracts/problem'
import type { TestDatabase } from '@/db/testing'
import {
  call,
  countRows,
  startTestBackend,
  TestCaller,
} from '@/server/http/testing'
import { webhookSecret } from '@/server/messages/webhook-secret'
import { POST } from './route'

let database: TestDatabase
let guest: TestCaller
beforeAll(async () => {
  database = await startTestBackend()
  guest = await TestCaller.make()
})

const newId = () => `msg_${randomBytes(12).toString('hex')}`

function message(order = 'ord_1') {
  return JSON.stringify({
    type: 'order.placed',
    timestamp: new Date().toISOString(),
    data: {
      sandbox: guest.sandboxId,
      order,
      restaurant: 'lantern-noodle-house',
      lines: [{ dish: 'miso-ramen', name: 'Miso ramen', quantity: 1 }],
      note: 'Ünï ☕',
    },
  })
}

type Delivery = { id?: string; body?: string; at?: Date; secret?: string }

function signed({
  id = newId(),
  body = message(),
  at = new Date(),
  secret = webhookSecret(),
}: Delivery = {}) {
  const headers: Record<string, string> = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  }
  return { headers, body }
}

function deliver({
  headers,
  body,
}: {
  headers: Record<string, string>
  body: string
}) {
  return call(POST, {
    method: 'POST',
    path: '/api/webhooks/kitchen',
    headers,
    body,
  })
}

test('a signed message prints a ticket and says so', async () => {
  const before = await countRows(database)
  const reply = await deliver(signed())
  expect([reply.status, await reply.text()]).toEqual([204, ''])
  const after = await countRows(database)
  expect(after['tickets']).toBe((before['tickets'] ?? 0) + 1)
  expect(after['events']).toBe((before['events'] ?? 0) + 1)
})

test('the same message twice, or twenty times at once, prints one ticket', async () => {
  const delivery = signed()
  const before = await countRows(database)
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => deliver(delivery)),
  )
  expect(replies.map((reply) => reply.status)).toEqual(Array(20).fill(204))
  // A later attempt carries a new timestamp and so another signature.
  const id = delivery.headers['webhook-id']
  const later = signed({
    id,
    body: delivery.body,
    at: new Date(Date.now() + 30_000),
  })
  expect((await deliver(later)).status).toBe(204)
  const after = await countRows(database)
  expect(after['tickets']).toBe((before['tickets'] ?? 0) + 1)
  expect(after['events']).toBe((before['events'] ?? 0) + 1)
})

const minutes = (count: number) => new Date(Date.now() + count * 60_000)
const without = (name: string) => {
  const { headers, body } = signed()
  const { [name]: _, ...rest } = headers
  return { headers: rest, body }
}
const changed = (change: Record<string, string>) => {
  const { headers, body } = signed()
  return { headers: { ...headers, ...change }, body }
}

test.each<[string, () => { headers: Record<string, string>; body: string }]>([
  [
    'signed with another secret',
    () => signed({ secret: `whsec_${randomBytes(32).toString('base64')}` }),
  ],
  ['ten minutes old', () => signed({ at: minutes(-10) })],
  ['from ten minutes ahead', () => signed({ at: minutes(10) })],
  ['with another body', () => ({ ...signed(), body: message('ord_2') })],
  [
    'with one byte more',
    () => ({ headers: signed().headers, body: `${signed().body} ` }),
  ],
  ['with no body', () => ({ ...signed(), body: '' })],
  ['with another id', () => changed({ 'webhook-id': newId() })],
  [
    'with a fresher timestamp',
    () =>
      changed({
        'webhook-timestamp': String(Math.floor(Date.now() / 1000) + 7),
      }),
  ],
  ['with a timestamp of NaN', () => changed({ 'webhook-timestamp': 'NaN' })],
  ['with an empty timestamp', () => changed({ 'webhook-timestamp': '' })],
  ['without an id', () => without('webhook-id')],
  ['without a timestamp', () => without('webhook-timestamp')],
  ['without a signature', () => without('webhook-signature')],
  ['with an empty signature', () => changed({ 'webhook-signature': '' })],
  ['with the version alone', () => changed({ 'webhook-signature': 'v1,' })],
  [
    'with a signature of another version',
    () => {
      const { headers, body } = signed()
      return {
        headers: {
          ...headers,
          'webhook-signature':
            headers['webhook-signature']?.replace('v1,', 'v1a,') ?? '',
        },
        body,
      }
    },
  ],
  [
    'with garbage for a signature',
    () => changed({ 'webhook-signature': 'v1,\u00e9 x,y ,,,' }),
  ],
  [
    'with a guest’s token instead',
    () => ({
      headers: { authorization: `Bearer ${guest.token}` },
      body: message(),
    }),
  ],
])('a message %s is 401, and nothing is printed', async (_, make) => {
  const before = await countRows(database)
  const reply = await deliver(make())
  expect(reply.status).toBe(401)
  expect(Problem.parse(await reply.json()).type).toMatch(/bad-signature$/)
  expect(await countRows(database)).toEqual(before)
})

test('one good signature among several is enough: secrets can be changed without a gap', async () => {
  const { headers, body } = signed()
  const old = `v1,${randomBytes(32).toString('base64')}`
  headers['webhook-signature'] = `${old} ${headers['webhook-signature']}`
  expect((await deliver({ headers, body })).status).toBe(204)
})

test.each(['not json', '{}', 'null', '{"type":"order.placed"}'])(
  'a signed message that is no order (%s) is refused, not an error of the server',
  async (body) => {
    const before = await countRows(database)
    const reply = await deliver(signed({ body }))
    expect([400, 422]).toContain(reply.status)
    Problem.parse(await reply.json())
    expect(await countRows(database)).toEqual(before)
  },
)

test('a message over 16 KiB is 413', async () => {
  expect((await deliver(signed({ body: 'x'.repeat(17_000) }))).status).toBe(413)
})
