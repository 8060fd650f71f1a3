import { showOut } from '@/server/guests/list-members'
import { requireGuest } from '@/server/guests/require-guest'
import { requireOwner } from '@/server/guests/require-part'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { limitRate } from '@/server/limits/limit-rate'

/** Shows a member out; a member may also leave by themselves. */
export const DELETE = endpoint(
  async ({ db, params, member, step }) => {
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    if (member?.id !== params.id) requireOwner(member)
    await showOut(db, params.id)
    return { status: 204 }
  },
  { isTraced: false },
)

export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods('DELETE')
