import { expect, it } from 'vitest'
import { usd } from '@/contracts/money'
import { nextStatuses, OrderStatus, type Order } from '@/contracts/orders'
import { nextMove, stepsOf, ways, withEvent } from './order-progress'

const at = '2026-11-23T20:00:00.000Z'
const order: Order = {
  id: 'ord_1',
  status: 'placed',
  restaurant: { slug: 'forno-rosa', name: 'Forno Rosa' },
  lines: [],
  subtotal: usd(0),
  deliveryFee: usd(0),
  total: usd(0),
  note: null,
  placedAt: at,
  history: [{ status: 'placed', at }],
}

it('the ways of an order are those of the contract', () => {
  expect(ways).toEqual(nextStatuses)
})

it('the kitchen only ever offers a move that the backend allows', () => {
  for (const status of OrderStatus.options) {
    const next = nextMove(status)
    if (next) expect(nextStatuses[status]).toContain(next)
    else expect(nextStatuses[status]).toEqual([])
  }
})

it('a new order has five steps before it', () => {
  expect(stepsOf(order).map(({ state }) => state)).toEqual([
    'now',
    'to-come',
    'to-come',
    'to-come',
    'to-come',
    'to-come',
  ])
})

it('a cancelled order has nothing more to come', () => {
  const cancelled = withEvent(order, {
    order: 'ord_1',
    status: 'cancelled',
    at,
  })
  expect(stepsOf(cancelled)).toEqual([
    { status: 'placed', state: 'past', at },
    { status: 'cancelled', state: 'now', at },
  ])
})

it('an event that comes twice changes an order once', () => {
  const event = { order: 'ord_1', status: 'accepted' as const, at }
  const once = withEvent(order, event)
  expect(withEvent(once, event)).toBe(once)
  expect(once.status).toBe('accepted')
})

it('an event of another order changes nothing', () => {
  const event = { order: 'ord_2', status: 'accepted' as const, at }
  expect(withEvent(order, event)).toBe(order)
})
