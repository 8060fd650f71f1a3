import { TokenWish, type SandboxToken } from '@/contracts/sandboxes'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readOptionalJson } from '@/server/http/read-json'
import { requireCookie } from '@/server/http/require-cookie'
import { limitRate } from '@/server/limits/limit-rate'
import { makeTokenForTools } from '@/server/sandbox/credentials'

/** A token for the sandbox of a page's cookie, which no script can read. */
export const POST = endpoint(
  async ({ request, step, enter }) => {
    const { sandboxId, sessionId } = await requireCookie(request)
    const db = enter(sandboxId)
    const guest = await step('see who is asking', () => requireGuest(db))
    await step('count this request', () => limitRate(db, guest, 'requests'))
    const { format } = await step('read the wish', () =>
      readOptionalJson(request, TokenWish),
    )

    const claims = { sandboxId: guest.sandbox, memberId: null, sessionId }
    const { token, expiresAt } = await makeTokenForTools(claims, format)
    const body: SandboxToken = { id: guest.sandbox, token, expiresAt }
    return { status: 201, body }
  },
  { credentials: 'own', isTraced: false },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
