import { expect, it } from 'vitest'
import type { PlatefulEvent } from '@/contracts/events'
import type { Order, OrderStatus } from '@/contracts/orders'
import type { Span } from '@/contracts/trace'
import { countsOf, emptyWall, mostRows, wallAfter } from './wall-state'

const usd = { amount: 1000, currency: 'USD' as const }
const at = '2026-11-25T20:00:00.000Z'
const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'

function orderOf(id: string, status: OrderStatus = 'placed'): Order {
  return {
    id,
    status,
    restaurant: { slug: 'lantern-noodle-house', name: 'Lantern Noodle House' },
    lines: [],
    subtotal: usd,
    deliveryFee: usd,
    total: usd,
    note: null,
    guest: { id: 'mbr_1', name: 'Ada' },
    placedAt: at,
    history: [{ status: 'placed', at }],
  }
}
const read = (...ids: string[]) =>
  wallAfter(emptyWall, {
    kind: 'read',
    upTo: 0,
    items: ids.map((id) => ({ order: orderOf(id), traceId })),
  })
let id = 0
const moved = (order: string, status: OrderStatus): PlatefulEvent => ({
  id: ++id,
  event: `order.${status}`,
  data: { order, status, at, traceId },
})
const spanOf = (given: Partial<Span>): Span => ({
  traceId,
  spanId: '00f067aa0ba902b7',
  parentSpanId: null,
  name: 'POST /api/orders',
  kind: 'server',
  service: 'plateful',
  startTimeUnixNano: '1764100000000000000',
  endTimeUnixNano: '1764100000009000000',
  status: { code: 'unset' },
  attributes: {},
  events: [],
  ...given,
})
const ended = (span: Span): PlatefulEvent => ({
  id: ++id,
  event: 'span.ended',
  data: span,
})
const hear = (state: typeof emptyWall, ...events: PlatefulEvent[]) =>
  wallAfter(state, { kind: 'events', events })

it('an order moves on where it hangs, and the others are not touched', () => {
  const before = read('ord_1', 'ord_2')
  const after = hear(before, moved('ord_2', 'accepted'))
  expect(after.items?.map(({ order }) => order.status)).toEqual([
    'placed',
    'accepted',
  ])
  expect(after.items?.[0]).toBe(before.items?.[0])
  expect(hear(after, moved('ord_2', 'accepted')).items).toEqual(after.items)
})

it('orders it does not know are counted, until a reading that may hold them', () => {
  const behind = hear(
    read('ord_1'),
    moved('ord_8', 'placed'),
    moved('ord_9', 'placed'),
  )
  expect(behind.unknown).toBe(2)
  expect(behind.items).toHaveLength(1)
  // This answer was under way before the second was heard of.
  const early = wallAfter(behind, { kind: 'read', items: [], upTo: 1 })
  expect(early.unknown).toBeGreaterThan(early.readUpTo)
  const late = wallAfter(early, { kind: 'read', items: [], upTo: 2 })
  expect(late.unknown).toBe(late.readUpTo)
  // One that was too old for the wall, and moves on, is still too old.
  expect(hear(read('ord_1'), moved('ord_0', 'delivered')).unknown).toBe(0)
})

it('spans are gathered by trace, the end of one after its start', () => {
  const span = spanOf({})
  const { spanId, parentSpanId, name, kind, service, startTimeUnixNano } = span
  const start: PlatefulEvent = {
    id: ++id,
    event: 'span.started',
    data: {
      traceId,
      spanId,
      parentSpanId,
      name,
      kind,
      service,
      startTimeUnixNano,
    },
  }
  const running = hear(emptyWall, start)
  const known = (state: typeof emptyWall) => state.traces.get(traceId)
  expect(known(running)?.get(spanId)?.endTimeUnixNano).toBeUndefined()
  const over = hear(running, ended(span), start)
  expect(known(over)?.get(spanId)).toEqual(span)
})

it('what a pupil’s browser timed by its own clock is left out', () => {
  const browser = spanOf({ service: 'browser', spanId: '1'.repeat(16) })
  expect(hear(emptyWall, ended(browser)).traces.size).toBe(0)
})

it('it stays within its bounds, however much comes', () => {
  const many = Array.from({ length: 300 }, (_, n) => n.toString(16))
  expect(read(...many).items).toHaveLength(mostRows)
  const traces = many.map((n) =>
    ended(spanOf({ traceId: n.padStart(32, '0') })),
  )
  const spans = many.map((n) => ended(spanOf({ spanId: n.padStart(16, '0') })))
  const after = hear(emptyWall, ...traces, ...spans)
  expect(after.traces.size).toBe(120)
  expect(after.traces.get(traceId)?.size).toBe(160)
})

it('the head counts what hangs there', () => {
  const state = hear(
    read('ord_1', 'ord_2', 'ord_3'),
    moved('ord_1', 'delivered'),
    moved('ord_2', 'cancelled'),
  )
  expect(countsOf(state.items ?? [])).toEqual({
    orders: 3,
    underWay: 1,
    delivered: 1,
  })
})
