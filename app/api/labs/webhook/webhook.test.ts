import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Trace } from '@/contracts/trace'
import { WebhookOutcome } from '@/contracts/webhook-lab'
import type { WebhookDeed } from '@/contracts/webhook-deeds'
import { outbox } from '@/db/schema/messages'
import type { TestDatabase } from '@/db/testing'
import { env } from '@/env'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import { spanStore } from '@/tracing/span-store'
import { POST as placeOrder } from '../../orders/route'
import { GET as readTrace } from '../../traces/[traceId]/route'
import { POST as kitchen } from '../../webhooks/kitchen/route'
import { POST } from './route'

vi.hoisted(() => {
  process.env['LIMIT_LABS_PER_MINUTE'] = '8'
})

let database: TestDatabase
let server: Server
const paths: (string | undefined)[] = []
/** Serves the kitchen's own door over real HTTP, as the site does. */
beforeAll(async () => {
  database = await startTestBackend()
  server = createServer(async (request, response) => {
    paths.push(request.url)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { host: _, ...headers } = request.headers as Record<string, string>
    const body = Buffer.concat(chunks).toString()
    const reply = await call(kitchen, {
      method: 'POST',
      path: '/api/webhooks/kitchen',
      headers,
      body,
    })
    response.writeHead(reply.status).end(await reply.text())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('none')
  const mutable: { publicUrl: string } = env
  mutable.publicUrl = `http://127.0.0.1:${address.port}`
})
afterAll(() => new Promise((done) => server.close(done)))

async function makeGuest(): Promise<TestCaller> {
  const guest = await TestCaller.make()
  const placed = await guest.call(placeOrder, {
    method: 'POST',
    path: '/api/orders',
    body: {
      restaurant: 'lantern-noodle-house',
      lines: [{ dish: 'miso-ramen', quantity: 1 }],
    },
  })
  expect(placed.status).toBe(201)
  return guest
}

const ask = (guest: TestCaller, body: unknown) =>
  guest.call(POST, { method: 'POST', path: '/api/labs/webhook', body })

async function send(guest: TestCaller, deed: WebhookDeed) {
  const reply = await ask(guest, { deed })
  expect(reply.status).toBe(200)
  const [, traceId = ''] = reply.headers.get('traceresponse')?.split('-') ?? []
  return { traceId, ...WebhookOutcome.parse(await reply.json()) }
}

test('a genuine message prints one ticket, and the same bytes again print none', async () => {
  const guest = await makeGuest()
  expect(await send(guest, 'genuine')).toMatchObject({
    answers: [204],
    tickets: 1,
  })
  expect(await send(guest, 'replayed')).toMatchObject({
    answers: [204, 204],
    tickets: 1,
  })
})

test.each(['tampered', 'forged', 'late'] as const)(
  'a message that is %s is refused, and nothing is printed',
  async (deed) => {
    const guest = await makeGuest()
    expect(await send(guest, deed)).toMatchObject({
      answers: [401],
      tickets: 0,
    })
    expect(await send(guest, 'genuine')).toMatchObject({ tickets: 1 })
  },
)

test('what was tampered with says so, and what is late carries its time', async () => {
  const guest = await makeGuest()
  const { body } = await send(guest, 'tampered')
  expect(body).toContain('"quantity":99')
  const { headers } = await send(guest, 'late')
  const sentAt = Number(new Map(headers).get('webhook-timestamp'))
  expect(Date.now() / 1000 - sentAt).toBeGreaterThan(9 * 60)
})

test('nothing is sent anywhere but to the kitchen of this site', async () => {
  expect(new Set(paths)).toEqual(new Set(['/api/webhooks/kitchen']))
  const guest = await makeGuest()
  const url = 'http://169.254.169.254/'
  expect((await ask(guest, { deed: 'genuine', url })).status).toBe(422)
})

test('the trace shows the message, both sides of it, and no signature', async () => {
  const guest = await makeGuest()
  const { traceId, headers } = await send(guest, 'genuine')
  await spanStore().flush()
  const read = await guest.call(readTrace, { params: { traceId } })
  const text = await read.text()
  const { spans } = Trace.parse(JSON.parse(text))
  const sides = spans.filter(
    ({ name }) => name === 'POST /api/webhooks/kitchen',
  )
  expect(sides.map(({ kind, service }) => [kind, service]).sort()).toEqual([
    ['client', 'plateful'],
    ['server', 'restaurant'],
  ])
  const signature = new Map(headers).get('webhook-signature')
  expect(signature).toMatch(/^v1,/)
  expect(text).not.toContain(signature)
})

test('whoever has ordered nothing has no message, and others’ are not theirs', async () => {
  expect((await database.db.select().from(outbox)).length).toBeGreaterThan(0)
  const stranger = await TestCaller.make()
  expect((await ask(stranger, { deed: 'genuine' })).status).toBe(404)
  expect((await ask(stranger, { deed: 'evil' })).status).toBe(422)
  for (let i = 0; i < 6; i++) await ask(stranger, {})
  expect((await ask(stranger, { deed: 'genuine' })).status).toBe(429)
})
