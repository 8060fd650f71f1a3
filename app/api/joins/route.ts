import { NewJoin, type Join } from '@/contracts/members'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { isOwnPage, refuseCrossSite } from '@/server/http/same-site'
import { houseDatabase } from '@/server/http/visit'
import { limitJoins } from '@/server/limits/limit-address'
import { addressOf } from '@/server/sandbox/address'
import { cookieFor, makeToken, ownedBy } from '@/server/sandbox/credentials'
import { joinByCode } from '@/server/sandbox/members'

/** Lets somebody into another's sandbox by its code. A page gets a cookie. */
export const POST = endpoint(
  async ({ request }) => {
    refuseCrossSite(request, { kind: 'none' })
    const { code, name } = await readJson(request, NewJoin)

    const address = addressOf(request.headers)
    await limitJoins(houseDatabase(), address)
    const owned = await ownedBy(request.headers)
    const joined = await joinByCode(houseDatabase(), owned, code, name ?? null)
    const { id, sandboxId, expiresAt: end, ...rest } = joined
    const token = await makeToken(sandboxId, Math.floor(end / 1000), id)
    const expiresAt = new Date(end).toISOString()
    const body: Join = { id, sandbox: sandboxId, ...rest, token, expiresAt }
    const headers = isOwnPage(request)
      ? { 'Set-Cookie': cookieFor(token) }
      : undefined
    return { status: 201, ...(headers ? { headers } : {}), body }
  },
  { credentials: 'none', isTraced: false },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
