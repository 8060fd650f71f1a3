import { expect, it } from 'vitest'
import { NewOrder } from '@/contracts/orders'
import { usd } from '@/contracts/money'
import {
  emptyBasket,
  hindranceOf,
  longestNote,
  parseBasket,
  sumOf,
  wishOf,
  withQuantity,
} from './basket'

const dishes = [
  { id: 'ramen', price: usd(1250), portionsLeft: 100, available: true },
  { id: 'duck', price: usd(1900), portionsLeft: 1, available: true },
]

it('a basket that was kept comes back as it was', () => {
  const basket = { lines: { ramen: 2 }, note: 'No coriander' }
  expect(parseBasket(JSON.stringify(basket))).toEqual(basket)
})

it('anything else that lies in its place is an empty basket', () => {
  for (const text of [null, '', '[]', '7', '{"lines":3}', '{nonsense'])
    expect(parseBasket(text)).toEqual(emptyBasket)
  expect(
    parseBasket('{"lines":{"a":"2","b":-1,"c":1.5,"d":3},"note":4}'),
  ).toEqual({ lines: { d: 3 }, note: '' })
})

it('a dish that is taken out to the last one is no longer a line', () => {
  const one = withQuantity(emptyBasket, 'ramen', 1)
  expect(withQuantity(one, 'ramen', 0).lines).toEqual({})
})

it('nobody gets more than fifty of one dish', () => {
  expect(withQuantity(emptyBasket, 'ramen', 51).lines).toEqual({ ramen: 50 })
})

it('the sum counts only what is on the menu', () => {
  const basket = { lines: { ramen: 2, gone: 3 }, note: '' }
  expect(sumOf(dishes, basket)).toEqual({ items: 2, amount: 2500 })
})

it('an order is not sent while it cannot succeed', () => {
  const basket = (lines: Record<string, number>, note = '') =>
    hindranceOf(dishes, { lines, note })
  expect(basket({})).toBe('empty')
  expect(basket({ gone: 1 })).toBe('empty')
  expect(basket({ duck: 2 })).toBe('too-many')
  expect(basket({ ramen: 1 }, 'x'.repeat(longestNote + 1))).toBe(
    'note-too-long',
  )
  expect(basket({ ramen: 1, duck: 1 })).toBeNull()
})

it('what is sent is what the contract asks for, without prices', () => {
  const basket = { lines: { duck: 1, ramen: 2 }, note: '  Ring twice ' }
  const wish = wishOf('lantern-noodle-house', dishes, basket)
  expect(NewOrder.parse(wish)).toEqual({
    restaurant: 'lantern-noodle-house',
    lines: [
      { dish: 'ramen', quantity: 2 },
      { dish: 'duck', quantity: 1 },
    ],
    note: 'Ring twice',
  })
})
