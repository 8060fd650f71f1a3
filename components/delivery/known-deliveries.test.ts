import { expect, it } from 'vitest'
import type { Delivery } from '@/contracts/deliveries'
import {
  changedDeliveries,
  noneOnTheWay,
  type DeliveriesChange,
} from './known-deliveries'

const at = '2026-11-26T12:00:00.000Z'

function way(order: string): Delivery {
  return {
    order,
    status: 'expected',
    restaurant: { slug: 'forno-rosa', name: 'Forno Rosa', address: '1 Oak St' },
    courier: null,
    sky: null,
    distanceKm: 1.5,
    way: [],
    offeredAt: null,
    acceptedAt: null,
    collectedAt: null,
    deliveredAt: null,
    travelMs: 12_000,
    arrivesAt: null,
    asOf: at,
  }
}

const one = (order: string): DeliveriesChange => ({
  kind: 'one',
  delivery: way(order),
})
const read = (...orders: string[]): DeliveriesChange => ({
  kind: 'read',
  items: orders.map(way),
})
const collected = (order: string): DeliveriesChange => ({
  kind: 'event',
  event: {
    id: 1,
    event: 'order.collected',
    data: { order, at, traceId: null, status: 'collected' },
  },
})

function known(...changes: DeliveriesChange[]): Record<string, string> {
  const { deliveries } = changes.reduce(changedDeliveries, noneOnTheWay)
  return Object.fromEntries(
    Object.values(deliveries).map(({ order, status }) => [order, status]),
  )
}

it('what an event told of a way is true of the answer that comes later', () => {
  expect(known(collected('ord_1'), one('ord_1'))).toEqual({
    ord_1: 'collected',
  })
  expect(known(collected('ord_1'), read('ord_1'))).toEqual({
    ord_1: 'collected',
  })
})

it('a list that was on its way when another order came does not take it away', () => {
  expect(known({ kind: 'reading' }, one('ord_2'), read('ord_1'))).toEqual({
    ord_1: 'expected',
    ord_2: 'expected',
  })
  expect(known(one('ord_2'), { kind: 'reading' }, read('ord_1'))).toEqual({
    ord_1: 'expected',
  })
})

it('a start-over leaves nothing', () => {
  expect(known(one('ord_1'), collected('ord_1'), { kind: 'emptied' })).toEqual(
    {},
  )
})
