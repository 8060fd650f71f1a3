import { NewInvitation } from '@/contracts/members'
import { invite } from '@/server/guests/invite'
import { listInvitations } from '@/server/guests/list-members'
import { requireGuest } from '@/server/guests/require-guest'
import { requireOwner } from '@/server/guests/require-part'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'
import { hashOfCode, newCode } from '@/server/sandbox/members'

/** Opens a way into the sandbox: for one phone, or for a class. */
export const POST = endpoint(
  async ({ request, db, member, step }) => {
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    requireOwner(member)
    const wish = await readJson(request, NewInvitation)

    const code = newCode()
    const codeHash = hashOfCode(code)
    const body = await invite(db, { code, codeHash }, wish)
    return { status: 201, body }
  },
  { isTraced: false },
)

/** The ways in that are open. */
export const GET = endpoint(
  async ({ db, member, sandboxId, step }) => {
    if (sandboxId === null) return { status: 200, body: { items: [] } }
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    requireOwner(member)
    return { status: 200, body: await listInvitations(db) }
  },
  { isTraced: false },
)

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST')
