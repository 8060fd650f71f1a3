import {
  readChange,
  readWish,
  tellAnew,
} from '@/labs/break-the-contract/server/speak-anew'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { limitRate } from '@/server/limits/limit-rate'
import { placeOrder } from '@/server/orders/place-order'
import { priceBasket } from '@/server/orders/price-basket'

/** The door of orders, as it would be after a change of its contract. */
export const POST = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () =>
    requireGuest(db, member, 'guest'),
  )
  await step('count this request', () => limitRate(db, guest, 'orders'))
  const change = await step('see which contract holds', () =>
    readChange(request),
  )
  const wish = await step('read the order', () => readWish(request, change))

  const basket = await step('price the basket', () => priceBasket(db, wish))
  const reply = await step('save the order', () =>
    placeOrder(db, guest, basket, null),
  )
  return step('tell it in the new words', () => tellAnew(reply, change))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
