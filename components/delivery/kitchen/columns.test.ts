import { expect, it } from 'vitest'
import { OrderStatus, type Order } from '@/contracts/orders'
import { ageWords, columnsOf } from './columns'
import { anOrder } from '../test-order'

function order(id: string, status: OrderStatus): Order {
  return { ...anOrder, id, status, history: [] }
}

it('whatever its status, an order hangs in exactly one column', () => {
  for (const status of OrderStatus.options) {
    const { fresh, cooking, out } = columnsOf([order('ord_1', status)])
    expect([...fresh, ...cooking, ...out]).toHaveLength(1)
  }
})

it('who waits longest comes first, and what is over does not pile up', () => {
  const placed = ['ord_2', 'ord_1'].map((id) => order(id, 'placed'))
  expect(columnsOf(placed).fresh.map(({ id }) => id)).toEqual([
    'ord_1',
    'ord_2',
  ])
  const over = Array.from({ length: 30 }, (_, at) =>
    order(`ord_${at}`, at === 29 ? 'ready' : 'delivered'),
  )
  const { out } = columnsOf(over)
  expect(out).toHaveLength(7)
  expect(out[0]?.status).toBe('ready')
  expect(out[1]?.id).toBe('ord_0')
})

it('an age reads like a clock', () => {
  expect([21_900, 724_000, 3_724_000, -5].map(ageWords)).toEqual([
    '0:21',
    '12:04',
    '1:02:04',
    '0:00',
  ])
})
