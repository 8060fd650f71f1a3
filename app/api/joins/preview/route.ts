import { Code } from '@/contracts/members'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { refuseCrossSite } from '@/server/http/same-site'
import { houseDatabase } from '@/server/http/visit'
import { limitJoins } from '@/server/limits/limit-address'
import { addressOf } from '@/server/sandbox/address'
import { ownedBy } from '@/server/sandbox/credentials'
import { lookAtCode } from '@/server/sandbox/members'

/** What a code opens, so that a page can ask before it takes anybody in. */
export const POST = endpoint(
  async ({ request }) => {
    refuseCrossSite(request, { kind: 'none' })
    const { code } = await readJson(request, Code)

    await limitJoins(houseDatabase(), addressOf(request.headers))
    const owned = await ownedBy(request.headers)
    const body = await lookAtCode(houseDatabase(), owned, code)
    return { status: 200, body }
  },
  { credentials: 'none', isTraced: false },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
