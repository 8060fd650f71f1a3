import { UnprotectedOrder } from '@/contracts/break-it'
import { auditBooks } from '@/labs/break-it/server/audit-books'
import { pressUnprotected } from '@/labs/break-it/server/press-unprotected'
import { believedOf, layOut } from '@/labs/break-it/server/scenarios'
import { tellTheGuest } from '@/labs/break-it/server/tell-the-guest'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** The same order without protection, on a database that is thrown away. */
export const POST = endpoint(
  async ({ request, db, throwAway, member, step }) => {
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'labs'))
    const wish = await step('read the order', () =>
      readJson(request, UnprotectedOrder),
    )

    const shop = await throwAway((empty) => layOut(empty, wish))
    const confirmed = await step('save it without protection', () =>
      pressUnprotected(shop, wish),
    )
    const audit = await step('hold the books against it', () =>
      auditBooks(shop, believedOf(wish, confirmed)),
    )
    const order = await step('tell the guest', () =>
      tellTheGuest(shop, confirmed.at(-1)),
    )
    return {
      status: 201,
      body: { order, confirmed: confirmed.length, ...audit },
    }
  },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
