import { readQuestion } from '@/labs/polling-or-push/server/read-question'
import { waitForNews } from '@/labs/polling-or-push/server/wait-for-news'
import { findGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { hangBell } from '@/server/http/event-bell'
import { otherMethods } from '@/server/http/other-methods'
import { limitRate } from '@/server/limits/limit-rate'
import { getOrder } from '@/server/orders/get-order'

/** What is new about an order: now, or when there is something to tell. */
export const GET = endpoint(
  async ({ request, db, sandboxId, member, step }) => {
    const guest = await step('see who is asking', () =>
      findGuest(db, sandboxId, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    const question = await step('read the question', () =>
      readQuestion(request),
    )

    await step('find the order', () => getOrder(db, question.order))
    const bell = await hangBell(request, guest, question)
    const items = await step('wait for news', () =>
      waitForNews(db, bell, question),
    )
    if (items.length === 0) return { status: 204 }
    const answeredAt = new Date().toISOString()
    return { status: 200, body: { answeredAt, items } }
  },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
