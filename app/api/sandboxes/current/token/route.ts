import type { SandboxToken } from '@/contracts/sandboxes'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
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

    const { token, expiresAt } = await makeTokenForTools(
      guest.sandbox,
      sessionId,
    )
    const body: SandboxToken = { id: guest.sandbox, token, expiresAt }
    return { status: 201, body }
  },
  { credentials: 'own', isTraced: false },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
