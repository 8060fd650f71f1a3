import { KeptProgress } from '@/contracts/accounts'
import { requireAccount } from '@/server/guests/account'
import { findProgress, keepProgress } from '@/server/guests/keep-progress'
import { requireGuest } from '@/server/guests/require-guest'
import { requireOwner } from '@/server/guests/require-part'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** What the reader has read and answered, in whichever browser. */
export const GET = endpoint(
  async ({ db, member }) => {
    requireOwner(member)
    await requireAccount(db)
    const body = await findProgress(db)
    return { status: 200, body }
  },
  { isTraced: false },
)

/** Keeps it. */
export const PUT = endpoint(
  async ({ request, db, member, step }) => {
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    requireOwner(member)
    await requireAccount(db)
    const kept = await readJson(request, KeptProgress)
    await keepProgress(db, kept)
    return { status: 204 }
  },
  { isTraced: false },
)

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'PUT')
