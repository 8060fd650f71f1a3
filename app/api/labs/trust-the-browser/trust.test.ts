import { beforeAll, expect, test } from 'vitest'
import { Order } from '@/contracts/orders'
import { Problem } from '@/contracts/problem'
import { pageDish } from '@/contracts/page-dish'
import { BelievedRows } from '@/contracts/trust-the-browser'
import { lanternNoodleHouse } from '@/db/catalogue/lantern-noodle-house'
import type { TestDatabase } from '@/db/testing'
import { countRows, startTestBackend, TestCaller } from '@/server/http/testing'
import { POST as placeOrder } from '../../orders/route'
import { POST } from './route'

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

const page = {
  dish: pageDish.dish,
  quantity: 1,
  priceMinor: pageDish.priceMinor,
  deliveryFeeMinor: pageDish.deliveryFeeMinor,
}

const send = (guest: TestCaller, body: unknown) =>
  guest.call(POST, {
    method: 'POST',
    path: '/api/labs/trust-the-browser',
    body,
  })

test('the page of the lab begins with what the menu says', () => {
  const dish = lanternNoodleHouse.dishes.find(({ id }) => id === pageDish.dish)
  expect(pageDish).toEqual({
    restaurant: lanternNoodleHouse.slug,
    dish: dish?.id,
    name: dish?.name,
    priceMinor: dish?.priceMinor,
    deliveryFeeMinor: lanternNoodleHouse.deliveryFeeMinor,
  })
})

test.each([
  ['a price of one cent', { priceMinor: 1 }, 241],
  ['three portions less than none', { quantity: -3 }, -3510],
  ['a thousand portions', { quantity: 1000 }, 1_250_240],
  ['a fee below nought', { deliveryFeeMinor: -500 }, 750],
])('the naive checkout keeps %s', async (_, edited, totalMinor) => {
  const guest = await TestCaller.make()
  const before = await countRows(database)
  const told = { ...page, ...edited }
  const reply = await send(guest, told)
  expect(reply.status).toBe(201)
  const { order, line } = BelievedRows.parse(await reply.json())
  expect(order).toMatchObject({
    totalMinor,
    deliveryFeeMinor: told.deliveryFeeMinor,
  })
  expect(line).toEqual({
    dish: told.dish,
    quantity: told.quantity,
    priceMinor: told.priceMinor,
  })
  // Plateful's own books know nothing of it.
  expect(await countRows(database)).toEqual(before)
})

test('the real door works the price out itself, and has no place for another', async () => {
  const guest = await TestCaller.make()
  const order = (line: object) =>
    guest.call(placeOrder, {
      method: 'POST',
      path: '/api/orders',
      body: {
        restaurant: pageDish.restaurant,
        lines: [{ dish: pageDish.dish, quantity: 1, ...line }],
      },
    })
  const placed = await order({})
  expect(placed.status).toBe(201)
  const { lines, total } = Order.parse(await placed.json())
  expect(lines[0]?.price.amount).toBe(pageDish.priceMinor)
  expect(total.amount).toBe(pageDish.priceMinor + pageDish.deliveryFeeMinor)
  for (const edited of [{ price: 1 }, { quantity: -3 }, { quantity: 1000 }]) {
    const refused = await order(edited)
    expect(refused.status).toBe(422)
    expect(Problem.parse(await refused.json()).errors).toHaveLength(1)
  }
})

test('what is no order of this page is refused, and so is another dish', async () => {
  const guest = await TestCaller.make()
  for (const body of [
    {},
    { ...page, dish: 'pork-dumplings' },
    { ...page, quantity: 1001 },
    { ...page, quantity: 0.5 },
    { ...page, priceMinor: 10_000_000 },
    { ...page, tip: 1 },
  ])
    expect((await send(guest, body)).status).toBe(422)
  expect((await send(guest, '{')).status).toBe(400)
})
