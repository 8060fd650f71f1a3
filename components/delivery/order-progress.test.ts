import { expect, it } from 'vitest'
import { nextStatuses } from '@/contracts/orders'
import { statusSentence, stepsOf, ways, withEvent } from './order-progress'
import { anOrder } from './test-order'

const at = '2026-11-23T20:00:00.000Z'
const order = anOrder

it('the ways of an order are those of the contract', () => {
  expect(ways).toEqual(nextStatuses)
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

it('a step says who did it, and a refusal says why', () => {
  const rejected = withEvent(order, {
    order: 'ord_1',
    status: 'rejected',
    at,
    by: 'kitchen',
    reason: 'Out of dough.',
  })
  expect(stepsOf(rejected).at(-1)).toMatchObject({ by: 'kitchen' })
  expect(statusSentence(rejected)).toContain('Out of dough.')
})
