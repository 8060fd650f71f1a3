import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { limitRate } from '@/server/limits/limit-rate'
import { requireShiftPart } from '@/server/shifts/require-shift-part'
import { endShift, takeShift } from '@/server/shifts/take-shift'

/** A person plays a part from now on, or says that they still do. */
export const PUT = endpoint(
  async ({ db, params, member, step }) => {
    const part = requireShiftPart(params.part)
    const guest = await step('see who is asking', () =>
      requireGuest(db, member, part),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    const shift = await takeShift(db, part)
    return { status: 200, body: shift }
  },
  { isTraced: false },
)

/** The person goes, and the autopilot plays on. */
export const DELETE = endpoint(
  async ({ db, params, member, step }) => {
    const part = requireShiftPart(params.part)
    const guest = await step('see who is asking', () =>
      requireGuest(db, member, part),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    await endShift(db, part)
    return { status: 204 }
  },
  { isTraced: false },
)

export const { GET, POST, PATCH, OPTIONS } = otherMethods('PUT', 'DELETE')
