import { NewOrder } from '@/contracts/orders'
import { findGuest, requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { linkToNext, readPage } from '@/server/http/read-page'
import { findRepeat } from '@/server/idempotency/find-repeat'
import { limitRate } from '@/server/limits/limit-rate'
import { listOrders } from '@/server/orders/list-orders'
import { placeOrder } from '@/server/orders/place-order'
import { priceBasket } from '@/server/orders/price-basket'

/** Places an order: all of it, once, at the restaurant's own prices. */
export const POST = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () =>
    requireGuest(db, member, 'guest'),
  )
  await step('count this request', () => limitRate(db, guest, 'orders'))
  const wish = await step('read the order', () => readJson(request, NewOrder))

  const { key, reply } = await step('look for a repeat', () =>
    findRepeat(db, request, wish),
  )
  if (reply) return reply

  const basket = await step('price the basket', () => priceBasket(db, wish))
  return step('save the order', () => placeOrder(db, guest, basket, key))
})

/** The guest's orders, newest first, a page at a time. */
export const GET = endpoint(
  async ({ request, db, sandboxId, member, step }) => {
    const guest = await step('see who is asking', () =>
      findGuest(db, sandboxId, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))

    const page = await step('read the page wanted', () => readPage(request))
    const { items, next } = await step('list the orders', () =>
      listOrders(db, page),
    )
    return { status: 200, headers: linkToNext(request, next), body: { items } }
  },
)

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST')
