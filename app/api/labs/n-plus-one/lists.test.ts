import { beforeAll, expect, test } from 'vitest'
import { ListOutcome, type ListWish } from '@/contracts/n-plus-one'
import { startTestBackend, TestCaller } from '@/server/http/testing'
import { houseDatabase } from '@/server/http/visit'
import { ownDatabase } from '@/server/sandbox/own-database'
import { readTrace } from '@/tracing/read-trace'
import { spanStore } from '@/tracing/span-store'
import { POST } from './route'

beforeAll(async () => {
  await startTestBackend()
})

const path = '/api/labs/n-plus-one'
const send = (guest: TestCaller, body: unknown) =>
  guest.call(POST, { method: 'POST', path, body })
const list = async (wish: ListWish) => {
  const guest = await TestCaller.make()
  const reply = await send(guest, wish)
  expect(reply.status).toBe(200)
  const traceId = reply.headers.get('traceresponse')?.split('-')[1] ?? ''
  return { guest, traceId, outcome: ListOutcome.parse(await reply.json()) }
}

for (const orders of [1, 10, 50] as const)
  test(`both ways give the same list of ${orders}`, async () => {
    const naive = await list({ orders, delayMs: 0, way: 'one-by-one' })
    const sound = await list({ orders, delayMs: 0, way: 'joined' })
    expect(naive.outcome.orders).toHaveLength(orders)
    expect(sound.outcome.orders).toEqual(naive.outcome.orders)
    expect(naive.outcome.statements).toBe(1 + orders)
    expect(sound.outcome.statements).toBe(1)
  })

test('the trace holds every statement that was sent', async () => {
  const { guest, traceId } = await list({
    orders: 50,
    delayMs: 0,
    way: 'one-by-one',
  })
  await spanStore().flush()
  const db = ownDatabase(houseDatabase(), guest.sandboxId)
  const { spans = [] } = (await readTrace(db, traceId)) ?? {}
  const step = spans.find(({ name }) => name === 'list them one by one')
  const sent = spans.filter(
    ({ sql, parentSpanId }) => sql && parentSpanId === step?.spanId,
  )
  expect(sent).toHaveLength(51)
})

test('each statement waits for as long as the way is chosen to be', async () => {
  const { outcome } = await list({
    orders: 10,
    delayMs: 5,
    way: 'one-by-one',
  })
  // A timer may be a millisecond early.
  expect(outcome.tookMs).toBeGreaterThanOrEqual(11 * 4)
})

test('more orders, or a longer way, than are offered are refused', async () => {
  const guest = await TestCaller.make()
  for (const wish of [
    { orders: 5_000, delayMs: 0, way: 'joined' },
    { orders: 10, delayMs: 60_000, way: 'joined' },
    { orders: 10, delayMs: 0, way: 'select' },
  ])
    expect((await send(guest, wish)).status).toBe(422)
})
