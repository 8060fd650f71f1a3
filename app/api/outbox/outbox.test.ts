import { createServer, type Server } from 'node:http'
import { ne } from 'drizzle-orm'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Span } from '@/contracts/trace'
import { OrderPlacedMessage } from '@/contracts/webhooks'
import { outbox } from '@/db/schema/messages'
import type { TestDatabase } from '@/db/testing'
import { env } from '@/env'
import { claimMessages } from '@/server/messages/claim-messages'
import { webhookSecret } from '@/server/messages/webhook-secret'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import { spanStore } from '@/tracing/span-store'
import { POST as kitchenDoor } from '../webhooks/kitchen/route'
import { PATCH } from '../orders/[id]/route'
import { POST } from '../orders/route'
import { GET as readTrace } from '../traces/[traceId]/route'
import { deliverOutbox } from './deliver'
import { GET } from './route'

vi.hoisted(() => {
  process.env['LIMIT_ORDERS_PER_MINUTE'] = '100000'
  process.env['CRON_SECRET'] = 'a secret of sixteen'
})

type Received = { headers: Record<string, string>; body: string }

let database: TestDatabase
let server: Server
let received: Received[] = []
/** How the restaurant behind the wire answers; by default with its own door. */
let answer: (message: Received) => Promise<number>
const door = async ({ headers, body }: Received) =>
  (
    await call(kitchenDoor, {
      method: 'POST',
      path: '/api/webhooks/kitchen',
      headers,
      body,
    })
  ).status

beforeAll(async () => {
  database = await startTestBackend()
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { host: _, ...headers } = request.headers as Record<string, string>
    const message = { headers, body: Buffer.concat(chunks).toString() }
    received.push(message)
    const status = await answer(message)
    if (status === 0) return void response.destroy()
    response
      .writeHead(status, status === 302 ? { location: '/elsewhere' } : {})
      .end()
  })
  await new Promise<void>((listening) =>
    server.listen(0, '127.0.0.1', listening),
  )
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error('no port')
  const mutable: { publicUrl: string } = env
  mutable.publicUrl = `http://127.0.0.1:${address.port}`
})
afterAll(() => new Promise((closed) => server.close(closed)))
beforeEach(async () => {
  received = []
  answer = door
  await database.db.delete(outbox)
})

async function place(
  guest: TestCaller,
  headers: Record<string, string> = {},
): Promise<{ id: string; traceId: string }> {
  const reply = await guest.call(POST, {
    method: 'POST',
    path: '/api/orders',
    headers,
    body: {
      restaurant: 'lantern-noodle-house',
      lines: [{ dish: 'miso-ramen', quantity: 1 }],
      note: 'Ünï ☕',
    },
  })
  const { id } = await reply.json()
  return {
    id,
    traceId: reply.headers.get('traceresponse')?.split('-')[1] ?? '',
  }
}

const messages = () => database.db.select().from(outbox)
const tickets = async (guest: TestCaller) => {
  const { rows } = await database.client.execute({
    sql: 'select order_id, webhook_id from tickets where sandbox_id = ?',
    args: [guest.sandboxId],
  })
  return rows
}
const makeDue = () => database.db.update(outbox).set({ dueAt: Date.now() - 1 })

test('each order’s ticket is printed once, by a message anyone can verify', async () => {
  const guest = await TestCaller.make()
  const orders = [await place(guest), await place(guest), await place(guest)]
  await deliverOutbox()
  expect((await tickets(guest)).map((row) => row['order_id']).sort()).toEqual(
    orders.map((order) => order.id).sort(),
  )
  expect(received.length).toBe(3)
  for (const { headers, body } of received) {
    const proven = new Webhook(webhookSecret()).verify(body, headers)
    expect(OrderPlacedMessage.parse(proven).data.sandbox).toBe(guest.sandboxId)
    expect(headers['content-type']).toBe('application/json')
    expect(headers['authorization']).toBeUndefined()
  }
  await deliverOutbox()
  expect(received.length).toBe(3)
  for (const row of await messages())
    expect([row.attempts, row.deliveredAt]).toEqual([1, expect.any(Number)])
})

test.each([500, 503, 404, 401, 302, 0])(
  'what the kitchen answers with %d is sent again, later and later, under the same id',
  async (status) => {
    const guest = await TestCaller.make()
    await place(guest)
    answer = async () => status
    const pauses: number[] = []
    for (let attempt = 1; attempt <= 3; attempt++) {
      await deliverOutbox()
      const [row] = await messages()
      expect([row?.attempts, row?.deliveredAt]).toEqual([attempt, null])
      pauses.push((row?.dueAt ?? 0) - Date.now())
      await makeDue()
    }
    const [first = 0, second = 0, third = 0] = pauses
    expect(first).toBeGreaterThan(1_000)
    expect(second).toBeGreaterThan(first)
    expect(third).toBeGreaterThan(second)

    answer = door
    await deliverOutbox()
    expect((await tickets(guest)).length).toBe(1)
    expect(
      new Set(received.map(({ headers }) => headers['webhook-id'])).size,
    ).toBe(1)
  },
)

test('a restaurant that is offline is asked again until it is back, and prints once', async () => {
  const guest = await TestCaller.make()
  const other = await TestCaller.make()
  const { traceId } = await place(guest, {
    baggage: 'fault.restaurant-offline=2,fault.drop-response=1,userId=alice',
  }).catch(() => ({ traceId: '' }))
  expect(traceId).toBe('')
  const offline = await place(guest, {
    baggage: 'fault.restaurant-offline=2,userId=alice',
  })
  await place(other)
  await database.db.delete(outbox).where(ne(outbox.order, offline.id))
  const found: unknown[] = []
  for (let attempt = 1; attempt <= 3; attempt++) {
    await deliverOutbox()
    const [row] = await messages()
    found.push([row?.attempts, row?.deliveredAt !== null])
    await makeDue()
  }
  expect(found).toEqual([
    [1, false],
    [2, false],
    [3, true],
  ])
  expect(await tickets(guest)).toHaveLength(1)
  // Only the fault that is the restaurant's own travels, and only while it lasts.
  expect(received.map(({ headers }) => headers['baggage'])).toEqual([
    'fault.restaurant-offline=2',
    'fault.restaurant-offline=2',
    undefined,
  ])
  await spanStore().flush()
  const reply = await guest.call(readTrace, {
    params: { traceId: offline.traceId },
  })
  const { spans }: { spans: Span[] } = await reply.json()
  expect(
    spans
      .filter(({ attributes }) => 'fault.name' in attributes)
      .map(({ service, name }) => `${service}: ${name}`),
  ).toEqual([
    'plateful: POST /api/webhooks/kitchen',
    'plateful: POST /api/webhooks/kitchen',
  ])
})

test('the pause after many failures is never longer than about an hour', async () => {
  const guest = await TestCaller.make()
  await place(guest)
  await database.db.update(outbox).set({ attempts: 60 })
  answer = async () => 500
  await deliverOutbox()
  const [row] = await messages()
  const minutes = ((row?.dueAt ?? 0) - Date.now()) / 60_000
  expect(minutes).toBeGreaterThan(40)
  expect(minutes).toBeLessThan(80)
})

test('a reply that gets lost on the way back prints no second ticket', async () => {
  const guest = await TestCaller.make()
  await place(guest)
  answer = async (message) => {
    await door(message)
    return 0
  }
  await deliverOutbox()
  await makeDue()
  answer = door
  await deliverOutbox()
  expect(received.length).toBe(2)
  expect((await tickets(guest)).length).toBe(1)
})

test('one message that fails does not hold up the others', async () => {
  const [guest, other] = [await TestCaller.make(), await TestCaller.make()]
  const { id } = await place(guest)
  for (let i = 0; i < 9; i++) await place(other)
  answer = async (message) => (message.body.includes(id) ? 500 : door(message))
  await deliverOutbox()
  expect((await tickets(guest)).length).toBe(0)
  expect((await tickets(other)).length).toBe(9)
})

test('two who claim at the same moment never take the same message', async () => {
  const guest = await TestCaller.make()
  for (let i = 0; i < 12; i++) await place(guest)
  const claims = await Promise.all(
    Array.from({ length: 8 }, () => claimMessages(database.db, 3)),
  )
  const ids = claims.flat().map((message) => message.id)
  expect(new Set(ids).size).toBe(ids.length)
  let more = await claimMessages(database.db, 3)
  while (more.length > 0) {
    ids.push(...more.map((message) => message.id))
    more = await claimMessages(database.db, 3)
  }
  expect(new Set(ids).size).toBe(12)
  expect(ids.length).toBe(12)
})

test('a claim holds for half a minute; when its holder died, another takes it', async () => {
  const guest = await TestCaller.make()
  await place(guest)
  expect((await claimMessages(database.db, 4)).length).toBe(1)
  expect(await claimMessages(database.db, 4)).toEqual([])
  const [row] = await messages()
  const leaseMs = (row?.dueAt ?? 0) - Date.now()
  expect(leaseMs).toBeGreaterThan(20_000)
  expect(leaseMs).toBeLessThanOrEqual(30_000)
  await makeDue()
  await deliverOutbox()
  expect((await tickets(guest)).length).toBe(1)
})

test('a delivery is a part of the order’s own trace, on both sides of the wire', async () => {
  const guest = await TestCaller.make()
  const { traceId } = await place(guest)
  await deliverOutbox()
  await spanStore().flush()
  const reply = await guest.call(readTrace, { params: { traceId } })
  const { spans } = await reply.json()
  const ids = new Set(spans.map((span: { spanId: string }) => span.spanId))
  const orphans = spans.filter(
    (span: { parentSpanId: string | null }) =>
      span.parentSpanId !== null && !ids.has(span.parentSpanId),
  )
  expect(orphans).toEqual([])
  const names = spans.map(
    (span: { name: string; service: string }) =>
      `${span.service}: ${span.name}`,
  )
  expect(names).toContain('plateful: POST /api/webhooks/kitchen')
  expect(names).toContain('restaurant: POST /api/webhooks/kitchen')
  expect(names).toContain('restaurant: print the ticket')
  const ticket = spans.find(
    (span: { name: string }) => span.name === 'print the ticket',
  )
  expect(ticket.code.file).toBe('server/kitchen/print-ticket.ts')
})

test('the clock outside carries deliveries out with its secret, and only with it', async () => {
  const guest = await TestCaller.make()
  await place(guest)
  const knock = (authorization?: string) =>
    call(GET, {
      path: '/api/outbox',
      headers: authorization ? { authorization } : {},
    })
  for (const wrong of [
    undefined,
    'Bearer ',
    'Bearer a secret of sixteex',
    'a secret of sixteen',
    'Bearer a secret of sixteen2',
  ])
    expect((await knock(wrong)).status).toBe(404)
  expect((await tickets(guest)).length).toBe(0)
  expect((await knock('Bearer a secret of sixteen')).status).toBe(200)
  expect((await tickets(guest)).length).toBe(1)
})

test('starting over takes unsent messages along', async () => {
  const guest = await TestCaller.make()
  await place(guest)
  const { startOver } = await import('@/server/sandbox/sandboxes')
  await startOver(database.db, guest.sandboxId)
  await deliverOutbox()
  expect(received).toEqual([])
})

test('the last order that a full sandbox took is still printed, and can still be moved', async () => {
  const guest = await TestCaller.make()
  // An order, its line, its event, its message: not a row more.
  await database.client.execute({
    sql: 'update sandboxes set rows_left = 4 where id = ?',
    args: [guest.sandboxId],
  })
  const { id } = await place(guest)
  await deliverOutbox()
  expect((await tickets(guest)).length).toBe(1)
  for (const status of [
    'accepted',
    'cooking',
    'ready',
    'collected',
    'delivered',
  ]) {
    const reply = await guest.call(PATCH, {
      method: 'PATCH',
      params: { id },
      body: { status },
    })
    expect(reply.status).toBe(200)
  }
})
