import { findGuest } from '@/server/guests/require-guest'
import { listDeliveries } from '@/server/delivery/list-deliveries'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { linkToNext, readPage } from '@/server/http/read-page'
import { limitRate } from '@/server/limits/limit-rate'
import { listOrders } from '@/server/orders/list-orders'

/** Where the food of each order is, the newest first, a page at a time. */
export const GET = endpoint(
  async ({ request, db, sandboxId, member, step }) => {
    const guest = await step('see who is asking', () =>
      findGuest(db, sandboxId, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))

    const page = await step('read the page wanted', () => readPage(request))
    const { items: orders, next } = await step('list the orders', () =>
      listOrders(db, page),
    )
    const items = await step('list the deliveries', () =>
      listDeliveries(db, orders),
    )
    return { status: 200, headers: linkToNext(request, next), body: { items } }
  },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
