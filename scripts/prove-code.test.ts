import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { PATCH, GET as getOrder } from '@/app/api/orders/[id]/route'
import { GET as listOrders, POST as placeOrder } from '@/app/api/orders/route'
import { deliverOutbox } from '@/app/api/outbox/deliver'
import { GET as getRestaurant } from '@/app/api/restaurants/[slug]/route'
import { GET as listRestaurants } from '@/app/api/restaurants/route'
import { GET as readTrace } from '@/app/api/traces/[traceId]/route'
import { POST as kitchen } from '@/app/api/webhooks/kitchen/route'
import { Order } from '@/contracts/orders'
import {
  Trace,
  type CodeRegion,
  type SourceRegion,
  type Span,
} from '@/contracts/trace'
import { outbox } from '@/db/schema/messages'
import { makeTestSandbox, type TestDatabase } from '@/db/testing'
import { env } from '@/env'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import { spanStore } from '@/tracing/span-store'
import manifest from '@/tracing/regions.json'
import { builtSources } from '@/tracing/sources'
import type { Manifest } from './make-manifest'
import { playBothSides } from './play-both-sides'
import { proveCode, type Checkout } from './prove-code'

vi.hoisted(() => {
  process.env['LIMIT_ORDERS_PER_MINUTE'] = '6'
})

const root = process.cwd()
const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
}
const lastDuck = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'tea-smoked-duck', quantity: 1 }],
}

let database: TestDatabase
let restaurant: Server
let isOffline = false
let sources: Map<string, SourceRegion>
const traces = new Map<string, Trace>()
const everySpan = () => [...traces.values()].flatMap(({ spans }) => spans)

/** The files as they are, or with one of them changed. */
function checkout(changed: Record<string, string> = {}): Checkout {
  return {
    read: (path) => changed[path] ?? readFileSync(join(root, path), 'utf8'),
    shown: (hash) => sources.get(hash) ?? null,
  }
}

beforeAll(async () => {
  sources = await builtSources()
  database = await startTestBackend()
  restaurant = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { host: _, ...headers } = request.headers as Record<string, string>
    const body = Buffer.concat(chunks).toString()
    const path = '/api/webhooks/kitchen'
    const reply = await call(kitchen, { method: 'POST', path, headers, body })
    response.writeHead(isOffline ? 503 : reply.status).end()
  })
  await new Promise<void>((listening) =>
    restaurant.listen(0, '127.0.0.1', listening),
  )
  const address = restaurant.address()
  if (address === null || typeof address === 'string')
    throw new Error('no port')
  const mutable: { publicUrl: string } = env
  mutable.publicUrl = `http://127.0.0.1:${address.port}`

  await useTheHouse()
})
afterAll(() => new Promise((closed) => restaurant.close(closed)))

type Calling = Parameters<TestCaller['call']>[1]

/** Goes through everything a visitor can do, and keeps the trace of each. */
async function useTheHouse(): Promise<void> {
  const guest = await TestCaller.make()
  const replies: Record<string, Response> = {}
  const orders = (rest: Calling) => ({ path: '/api/orders', ...rest })
  const place = (body: unknown, headers = {}) =>
    guest.call(placeOrder, orders({ method: 'POST', body, headers }))
  const key = { 'idempotency-key': 'once' }
  const placed = await place(wish, key)
  replies['an order'] = placed
  replies['a repeated order'] = await place(wish, key)
  replies['the last duck'] = await place(lastDuck)
  replies['one duck too many'] = await place(lastDuck)
  replies['a malformed order'] = await place({ lines: [] })
  const pie = [{ dish: 'no-such-dish', quantity: 1 }]
  replies['an unknown dish'] = await place({ ...wish, lines: pie })
  replies['a flood'] = await place(wish)

  const { id } = Order.parse(await placed.json())
  const one = (rest: Calling = {}) => ({
    path: `/api/orders/${id}`,
    params: { id },
    ...rest,
  })
  const move = (status: string, headers = {}) =>
    guest.call(PATCH, one({ method: 'PATCH', body: { status }, headers }))
  const [first, second] = await Promise.all([
    move('accepted'),
    move('accepted'),
  ])
  replies['a move'] = first
  replies['the same move at the same time'] = second
  replies['an illegal move'] = await move('delivered')
  replies['a stale move'] = await move('cooking', { 'if-match': '"old.1"' })
  replies['one order'] = await guest.call(getOrder, one())
  replies['all orders'] = await guest.call(listOrders, orders({}))
  replies['a bad page'] = await guest.call(listOrders, {
    path: '/api/orders?limit=0',
  })
  replies['a restaurant'] = await guest.call(getRestaurant, {
    path: '/api/restaurants/lantern-noodle-house',
    params: { slug: 'lantern-noodle-house' },
  })
  replies['all restaurants'] = await guest.call(listRestaurants, {
    path: '/api/restaurants',
  })

  isOffline = true
  await deliverOutbox()
  isOffline = false
  await database.db.update(outbox).set({ dueAt: Date.now() - 1 })
  await deliverOutbox()
  for (const [name, reply] of Object.entries(replies))
    traces.set(name, await traceOf(reply, bearer(guest)))

  const soon = { expiresAt: Date.now() + 60_000 }
  const late = await TestCaller.of(await makeTestSandbox(database.db, soon))
  const extended = await late.call(listOrders, orders({}))
  traces.set('a longer stay', await traceOf(extended, bearer(late)))

  // Somebody else's sandbox is swept on the way, and is none of this trace.
  await makeTestSandbox(database.db, { expiresAt: 1 })
  const visit = await call(placeOrder, orders({ method: 'POST', body: wish }))
  const [cookie = ''] = visit.headers.get('set-cookie')?.split(';') ?? []
  traces.set('a first visit', await traceOf(visit, { cookie }))

  for (const player of await playBothSides(database)) {
    await spanStore().flush()
    const { rows } = await database.client.execute({
      sql: 'select trace_id from traces where sandbox_id = ?',
      args: [player.sandboxId],
    })
    for (const row of rows) {
      const traceId = String(row['trace_id'])
      traces.set(traceId, await readTraceOf(traceId, bearer(player)))
    }
  }
}

function bearer({ token }: TestCaller) {
  return { authorization: `Bearer ${token}` }
}

async function traceOf(
  reply: Response,
  headers: Record<string, string>,
): Promise<Trace> {
  const [, traceId = ''] = reply.headers.get('traceresponse')?.split('-') ?? []
  return readTraceOf(traceId, headers)
}

async function readTraceOf(
  traceId: string,
  headers: Record<string, string>,
): Promise<Trace> {
  const path = `/api/traces/${traceId}`
  const read = await call(readTrace, { path, params: { traceId }, headers })
  return Trace.parse(await read.json())
}

/** One span for each place in the source that the traces lead to. */
function everyPlace(): Map<string, Span> {
  return new Map(
    everySpan().flatMap((span) =>
      span.code ? [[placeOf(span.code), span] as const] : [],
    ),
  )
}

function placeOf({ file, line, endLine }: CodeRegion): string {
  return `${file}:${line}-${endLine}`
}

test('every span of the server leads to the code that ran, as the checkout has it', () => {
  expect(traces.size).toBeGreaterThan(40)
  const findings = everySpan().flatMap((span) => proveCode(span, checkout()))
  expect(findings).toEqual([])
})

test('all code that a traced door leads to was reached by one of the spans', () => {
  const { doors, everyDoor, regions }: Manifest = manifest
  const traced = Object.entries(doors).filter(([name]) =>
    everySpan().some((span) => span.name === name),
  )
  expect(traced.map(([name]) => name)).toEqual([
    'GET /api/deliveries/{id}',
    'PATCH /api/deliveries/{id}',
    'play the courier',
    'GET /api/deliveries',
    'GET /api/orders/{id}',
    'PATCH /api/orders/{id}',
    'play the kitchen',
    'POST /api/orders',
    'GET /api/orders',
    'deliver from the outbox',
    'GET /api/restaurants/{slug}',
    'GET /api/restaurants',
    'POST /api/webhooks/kitchen',
  ])
  const steps = [...traced.map(([, door]) => door.steps), everyDoor]
  const reached = everyPlace()
  const places = steps
    .flatMap((some) => Object.values(some))
    .flatMap(({ region, statements }) => [region, ...Object.values(statements)])
    .flatMap((at) => regions[at] ?? [])
  const missed = places.map(placeOf).filter((place) => !reached.has(place))
  expect([...new Set(missed)]).toEqual([])
})

test('a line that was changed and not built anew is found out, whichever it is', () => {
  for (const span of everyPlace().values()) {
    const { file, line, endLine } = span.code ?? {
      file: '',
      line: 1,
      endLine: 0,
    }
    const lines = readFileSync(join(root, file), 'utf8').split('\n')
    for (let at = line; at <= endLine; at++) {
      const text = lines.with(at - 1, `${lines[at - 1]} `).join('\n')
      const findings = proveCode(span, checkout({ [file]: text }))
      expect(findings, `${file}, line ${at}`).not.toEqual([])
    }
  }
})

test('a line that was put in above is found out as well', () => {
  for (const span of everyPlace().values()) {
    const { file } = span.code ?? { file: '' }
    const text = `\n${readFileSync(join(root, file), 'utf8')}`
    expect(proveCode(span, checkout({ [file]: text }))).not.toEqual([])
  }
})

test('a span without code, and code that cannot be shown, are found out', () => {
  const [span] = everyPlace().values()
  if (!span) throw new Error('No span leads to code')
  const { code: _, ...bare } = span
  expect(proveCode(bare, checkout())).not.toEqual([])
  const dark = { ...checkout(), shown: () => null }
  expect(proveCode(span, dark)).not.toEqual([])
})

test('what is swept on the way is in nobody’s trace', () => {
  const names = everySpan().map(({ name }) => name)
  expect(names).toContain('INSERT sandboxes')
  expect(names.filter((name) => name.startsWith('DELETE'))).toEqual([])
})
