import { beforeAll, expect, test } from 'vitest'
import { Order } from '@/contracts/orders'
import { Problem } from '@/contracts/problems'
import { Trace } from '@/contracts/trace'
import { startTestBackend, TestCaller } from '@/server/http/testing'
import { GET as readTrace } from '../traces/[traceId]/route'
import { GET, POST } from './route'

beforeAll(startTestBackend)

const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [
    { dish: 'miso-ramen', quantity: 1 },
    { dish: 'pork-dumplings', quantity: 2 },
  ],
}

test('an order is placed at the restaurant’s prices', async () => {
  const guest = await TestCaller.make()
  const reply = await guest.call(POST, { method: 'POST', path: '/api/orders', body: wish })
  expect(reply.status).toBe(201)
  const order = Order.parse(await reply.json())
  expect(order.total.amount).toBe(1250 + 2 * 700 + 240)
  expect(reply.headers.get('location')).toBe(`/api/orders/${order.id}`)
  const traceId = reply.headers.get('traceresponse')?.split('-')[1] ?? ''
  const trace = Trace.parse(
    await (await guest.call(readTrace, { params: { traceId } })).json(),
  )
  console.log(trace.spans.map((s) => `${s.name} ${s.code?.file}:${s.code?.line}`).join('\n'))
  console.log(JSON.stringify(trace.spans.find((s) => s.kind === 'server'), null, 1))
  console.log([...reply.headers].map((h) => h.join(': ')).join('\n'))
  expect(trace.spans.length).toBeGreaterThan(9)
  const list = await guest.call(GET, { path: '/api/orders' })
  expect((await list.json()).items).toEqual([order])
})

test('a repeated request gets the same bytes', async () => {
  const guest = await TestCaller.make()
  const headers = { 'idempotency-key': 'abcdefgh-1' }
  const all = await Promise.all(
    Array.from({ length: 20 }, () =>
      guest.call(POST, { method: 'POST', path: '/api/orders', body: wish, headers }),
    ),
  )
  const texts = await Promise.all(all.map((reply) => reply.text()))
  expect(new Set(texts).size).toBe(1)
  expect(all.map((reply) => reply.status)).toEqual(all.map(() => 201))
  const other = await guest.call(POST, {
    method: 'POST',
    body: { ...wish, note: 'x' },
    headers,
  })
  expect(other.status).toBe(422)
  Problem.parse(await other.json())
})
