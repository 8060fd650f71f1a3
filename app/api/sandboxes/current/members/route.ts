import { listMembers } from '@/server/guests/list-members'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { limitRate } from '@/server/limits/limit-rate'

/** Who is in the sandbox besides its owner. */
export const GET = endpoint(
  async ({ db, sandboxId, member, step }) => {
    if (sandboxId === null) return { status: 200, body: { items: [] } }
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    return { status: 200, body: await listMembers(db) }
  },
  { isTraced: false },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
