import { ListWish } from '@/contracts/n-plus-one'
import { Way } from '@/labs/n-plus-one/server/far-away'
import { listJoined } from '@/labs/n-plus-one/server/list-joined'
import { listOneByOne } from '@/labs/n-plus-one/server/list-one-by-one'
import { shopWith } from '@/labs/n-plus-one/server/open-shop'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** The same list of orders, read with many statements or with one. */
export const POST = endpoint(
  async ({ request, db, throwAway, member, step }) => {
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'labs'))
    const wish = await step('read the experiment', () =>
      readJson(request, ListWish),
    )

    const shop = await throwAway(shopWith(wish.orders))
    const way = new Way(wish.delayMs)
    const orders =
      wish.way === 'joined'
        ? await step('list them with one join', () => listJoined(shop, way))
        : await step('list them one by one', () => listOneByOne(shop, way))
    return { status: 200, body: { orders, ...way.cost } }
  },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
