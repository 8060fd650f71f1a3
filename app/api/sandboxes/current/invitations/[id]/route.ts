import { closeInvitation } from '@/server/guests/invite'
import { requireGuest } from '@/server/guests/require-guest'
import { requireOwner } from '@/server/guests/require-part'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { limitRate } from '@/server/limits/limit-rate'

/** Closes a way in. Who came in by it stays. */
export const DELETE = endpoint(
  async ({ db, params, member, step }) => {
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    requireOwner(member)
    await closeInvitation(db, params.id)
    return { status: 204 }
  },
  { isTraced: false },
)

export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods('DELETE')
