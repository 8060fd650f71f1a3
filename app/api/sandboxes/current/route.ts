import { SandboxChange, type CurrentSandbox } from '@/contracts/sandboxes'
import { findGuest, requireGuest } from '@/server/guests/require-guest'
import { requireOwner } from '@/server/guests/require-part'
import { endpoint } from '@/server/http/endpoint'
import { NotFoundError } from '@/server/http/errors'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { houseDatabase } from '@/server/http/visit'
import { limitRate } from '@/server/limits/limit-rate'
import { startOver } from '@/server/sandbox/sandboxes'
import { setAutopilot } from '@/server/sandbox/set-autopilot'
import { listShifts } from '@/server/shifts/list-shifts'

/** The sandbox the request belongs to; 404 for a reader who has none yet. */
export const GET = endpoint(
  async ({ db, sandboxId, member, step }) => {
    const guest = await step('see who is asking', () =>
      findGuest(db, sandboxId, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    if (!guest) throw new NotFoundError('sandbox')

    const { sandbox: id, autopilot, expiresAt: expiry } = guest
    const expiresAt = new Date(expiry).toISOString()
    const part = member?.part ?? null
    const shifts = await listShifts(db)
    const body: CurrentSandbox = { id, autopilot, expiresAt, part, shifts }
    return { status: 200, body }
  },
  { isTraced: false },
)

/** Turns the autopilot on or off. */
export const PATCH = endpoint(
  async ({ request, db, member, step }) => {
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    requireOwner(member)
    const { autopilot } = await readJson(request, SandboxChange)
    await setAutopilot(houseDatabase(), guest.sandbox, autopilot)
    return { status: 204 }
  },
  { isTraced: false },
)

/** Starts over: empties the sandbox. The cookie and the token stay good. */
export const DELETE = endpoint(
  async ({ db, member, step }) => {
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    requireOwner(member)
    await step('start over', () => startOver(houseDatabase(), guest.sandbox))
    return { status: 204 }
  },
  { isTraced: false },
)

export const { POST, PUT, OPTIONS } = otherMethods('GET', 'PATCH', 'DELETE')
