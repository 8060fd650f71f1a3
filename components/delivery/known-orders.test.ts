import { expect, it } from 'vitest'
import type { Order, OrderStatus } from '@/contracts/orders'
import { changed, noneKnown, type OrdersChange } from './known-orders'
import { anOrder } from './test-order'

/** An order placed in that second, which went through these states. */
function order(second: number, ...statuses: OrderStatus[]): Order {
  const at = `2026-11-26T12:00:0${second}.000Z`
  const history = ['placed' as const, ...statuses]
  return {
    ...anOrder,
    id: `ord_${second}`,
    status: history.at(-1) ?? 'placed',
    placedAt: at,
    history: history.map((status) => ({ status, at })),
  }
}

const read = (...orders: Order[]): OrdersChange => ({
  kind: 'read',
  page: { orders, next: null },
})
const one = (known: Order): OrdersChange => ({ kind: 'order', order: known })
const event = (second: number, status: OrderStatus): OrdersChange => ({
  kind: 'event',
  event: { order: `ord_${second}`, status, at: '2026-11-26T12:00:09.000Z' },
})

/** What is known after these changes, as `id status`. */
function known(...changes: OrdersChange[]): string[] {
  const { orders } = changes.reduce(changed, noneKnown)
  return (orders ?? []).map(({ id, status }) => `${id} ${status}`)
}

it('a list read before an order was placed does not take it away', () => {
  const orders = known(
    { kind: 'reading' },
    event(2, 'placed'),
    one(order(2)),
    read(order(1)),
    event(2, 'accepted'),
  )
  expect(orders).toEqual(['ord_2 accepted', 'ord_1 placed'])
})

it('a list read after an order was known, and without it, takes it away', () => {
  const orders = known(one(order(2)), { kind: 'reading' }, read(order(1)))
  expect(orders).toEqual(['ord_1 placed'])
})

it('what an event told of an order is true of the answer that comes later', () => {
  const orders = known(
    event(2, 'placed'),
    event(2, 'accepted'),
    one(order(2)),
    read(order(2), order(1)),
  )
  expect(orders).toEqual(['ord_2 accepted', 'ord_1 placed'])
})

it('an answer that knows more than the events is believed', () => {
  const orders = known(
    event(2, 'accepted'),
    one(order(2, 'accepted', 'cooking')),
  )
  expect(orders).toEqual(['ord_2 cooking'])
})

it('after a start-over nothing of before comes back', () => {
  const orders = known(
    { kind: 'reading' },
    one(order(2)),
    { kind: 'emptied' },
    { kind: 'reading' },
    read(),
  )
  expect(orders).toEqual([])
})

it('older pages stay beneath a newest page that is read again', () => {
  const orders = known(
    { kind: 'read', page: { orders: [order(3)], next: '/next' } },
    { kind: 'read-on', page: { orders: [order(2), order(1)], next: null } },
    read(order(4), order(3)),
  )
  expect(orders).toEqual([4, 3, 2, 1].map((at) => `ord_${at} placed`))
})
