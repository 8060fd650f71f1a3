import { expect, it } from 'vitest'
import type { Delivery } from '@/contracts/deliveries'
import {
  cityMinuteMs,
  cityMinutes,
  laterOf,
  lateInMs,
  shareOfWay,
  withHappening,
} from './delivery-progress'

const at = '2026-11-23T20:00:00.000Z'
const start = Date.parse(at)
const expected: Delivery = {
  order: 'ord_1',
  status: 'expected',
  restaurant: { slug: 'forno-rosa', name: 'Forno Rosa', address: '1 Oak St' },
  courier: null,
  sky: null,
  distanceKm: 1.5,
  way: [
    { east: 1, north: 0.5 },
    { east: 0, north: 0 },
  ],
  offeredAt: null,
  acceptedAt: null,
  collectedAt: null,
  deliveredAt: null,
  travelMs: 12_000,
  arrivesAt: '2026-11-23T20:01:00.000Z',
  asOf: at,
}
const told = { order: 'ord_1', at, traceId: null }
const collected = withHappening(expected, {
  id: 3,
  event: 'order.collected',
  data: { ...told, status: 'collected' },
})

it('an offer, its courier and its end come from the events alone', () => {
  const offered = withHappening(expected, {
    id: 1,
    event: 'courier.offered',
    data: { ...told, courier: null, by: 'kitchen' },
  })
  expect(offered).toMatchObject({ status: 'offered', offeredAt: at })
  const accepted = withHappening(offered, {
    id: 2,
    event: 'courier.accepted',
    data: { ...told, courier: 'Noor', by: 'courier' },
  })
  expect(accepted).toMatchObject({ status: 'accepted', courier: 'Noor' })
  const delivered = withHappening(collected, {
    id: 4,
    event: 'order.delivered',
    data: { ...told, status: 'delivered' },
  })
  expect(delivered).toMatchObject({ status: 'delivered', arrivesAt: null })
})

it('an event of another order, or one that came twice, changes nothing', () => {
  const again = withHappening(collected, {
    id: 3,
    event: 'order.collected',
    data: { ...told, status: 'collected', at: '2027-01-01T00:00:00.000Z' },
  })
  expect(again).toBe(collected)
  const other = withHappening(expected, {
    id: 5,
    event: 'order.collected',
    data: { ...told, order: 'ord_2', status: 'collected' },
  })
  expect(other).toBe(expected)
})

it('the courier is as far along as the time since they set off', () => {
  expect(shareOfWay(expected, start + 99_000)).toBe(0)
  expect(shareOfWay(collected, start)).toBe(0)
  expect(shareOfWay(collected, start + 3_000)).toBe(0.25)
  expect(shareOfWay(collected, start + 99_000)).toBe(1)
  expect(collected.arrivesAt).toBe('2026-11-23T20:00:12.000Z')
})

it('a minute of the city is told by the way itself', () => {
  expect(cityMinuteMs(expected)).toBe(2_000)
  expect(cityMinutes(expected, 11_000)).toBe('6 minutes')
  expect(cityMinutes(expected, 1_500)).toBe('1 minute')
})

it('an estimate is asked for anew when it has passed, but not all the time', () => {
  expect(lateInMs([expected], start)).toBe(48_000)
  expect(lateInMs([expected], start + 90_000)).toBe(4_000)
  expect(lateInMs([collected], start)).toBeNull()
})

it('an answer that an event has overtaken does not turn it back', () => {
  expect(laterOf(collected, expected)).toBe(collected)
  expect(laterOf(expected, collected)).toBe(collected)
  expect(laterOf(undefined, expected)).toBe(expected)
  const withdrawn = { ...expected, status: 'withdrawn' as const }
  expect(laterOf(withdrawn, collected)).toBe(withdrawn)
  // The same stage: what was read last knows the estimate better.
  const later = { ...expected, arrivesAt: '2026-11-23T20:02:00.000Z' }
  expect(laterOf(expected, later)).toBe(later)
})
