import { findGuest, requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { NotFoundError } from '@/server/http/errors'
import { otherMethods } from '@/server/http/other-methods'
import { houseDatabase } from '@/server/http/visit'
import { limitRate } from '@/server/limits/limit-rate'
import { startOver } from '@/server/sandbox/sandboxes'

/** The sandbox the request belongs to; 404 for a reader who has none yet. */
export const GET = endpoint(
  async ({ db, sandboxId, step }) => {
    const guest = await step('see who is asking', () =>
      findGuest(db, sandboxId),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    if (!guest) throw new NotFoundError('sandbox')

    const { sandbox: id, autopilot, expiresAt: expiry } = guest
    const expiresAt = new Date(expiry).toISOString()
    return { status: 200, body: { id, autopilot, expiresAt } }
  },
  { isTraced: false },
)

/** Starts over: empties the sandbox. The cookie and the token stay good. */
export const DELETE = endpoint(
  async ({ db, step }) => {
    const guest = await step('see who is asking', () => requireGuest(db))
    await step('count this request', () => limitRate(db, guest, 'requests'))
    await step('start over', () => startOver(houseDatabase(), guest.sandbox))
    return { status: 204 }
  },
  { isTraced: false },
)

export const { POST, PUT, PATCH, OPTIONS } = otherMethods('GET', 'DELETE')
