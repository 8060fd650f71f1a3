import { BelievedOrder } from '@/contracts/trust-the-browser'
import { believePage } from '@/labs/trust-the-browser/server/believe-page'
import { openShop } from '@/labs/trust-the-browser/server/open-shop'
import { readBack } from '@/labs/trust-the-browser/server/read-back'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** An order at the price that the page says, in a shop that is thrown away. */
export const POST = endpoint(
  async ({ request, db, throwAway, member, step }) => {
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'labs'))
    const page = await step('read the order', () =>
      readJson(request, BelievedOrder),
    )

    const shop = await throwAway(openShop)
    const id = await step('believe the page', () => believePage(shop, page))
    const rows = await step('read it back', () => readBack(shop, id))
    return { status: 201, body: rows }
  },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
