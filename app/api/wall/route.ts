import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { limitRate } from '@/server/limits/limit-rate'
import { listWall } from '@/server/orders/list-wall'

/** Everybody's newest orders, and the trace that placed each of them. */
export const GET = endpoint(
  async ({ db, sandboxId, member, step }) => {
    if (sandboxId === null) return { status: 200, body: { items: [] } }
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    return { status: 200, body: await listWall(db) }
  },
  { isTraced: false },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
