import { TokenTrial } from '@/contracts/jwt-lab'
import { lookAtSessionCookie } from '@/labs/jwt/server/session-cookie'
import { findGuest, requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'
import { isPaseto } from '@/server/sandbox/credentials'
import { proveJwt } from '@/server/sandbox/jwt'
import { provePaseto } from '@/server/sandbox/paseto'

/** Judges a token as every door does, but where its sender sees the trace. */
export const POST = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const { token } = await step('read the token', () =>
    readJson(request, TokenTrial),
  )

  const proven = isPaseto(token)
    ? await step('check the PASETO', () => provePaseto(token))
    : await step('check the JWT', () => proveJwt(token))
  const isYours = proven.sandboxId === guest.sandbox
  const expiresAt = new Date(proven.expiresAt).toISOString()
  return { status: 200, body: { isYours, expiresAt } }
})

/** Tells of the caller's session cookie what can be told of ciphertext. */
export const GET = endpoint(
  async ({ request, db, sandboxId, member, step }) => {
    const guest = await step('see who is asking', () =>
      findGuest(db, sandboxId, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    const body = await step('look at the session cookie', () =>
      lookAtSessionCookie(request),
    )
    return { status: 200, body }
  },
)

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST')
