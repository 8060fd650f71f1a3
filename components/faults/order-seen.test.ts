import { expect, test } from 'vitest'
import recording from '@/recordings/place-order.json'
import { NewOrder } from '@/contracts/orders'
import { Trace } from '@/contracts/trace'
import { orderSeen } from './order-seen'

const { spans } = Trace.parse(recording.trace)
const orderSpan = spans.find(
  ({ kind, name }) => kind === 'server' && name === 'POST /api/orders',
)

test('the order of a trace can be placed again, at the prices that were seen', () => {
  const seen = orderSeen(spans)
  expect(NewOrder.safeParse(seen?.wish).success).toBe(true)
  for (const { dish } of seen?.wish.lines ?? [])
    expect(seen?.prices[dish]).toBeGreaterThan(0)
})

test('the answer names the order, and an answer that refuses names none', () => {
  const body = orderSpan?.wire?.response?.body ?? ''
  expect(orderSeen(spans)?.order).toBe(JSON.parse(body).id)
  const refused = JSON.parse(JSON.stringify(spans).replaceAll(' 201', ' 409'))
  expect(orderSeen(refused)?.order).toBeNull()
})

test('a trace of anything else, or a request that was cut, leads to no order', () => {
  expect(orderSeen(spans.filter(({ kind }) => kind !== 'server'))).toBeNull()
  const cut = spans.map((span) => ({
    ...span,
    wire: {
      request: { startLine: '', headers: [], body: '{"lines":[', bodyBytes: 9 },
    },
  }))
  expect(orderSeen(cut)).toBeNull()
})
