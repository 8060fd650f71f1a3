import { NewSandbox, type Sandbox } from '@/contracts/sandboxes'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readOptionalJson } from '@/server/http/read-json'
import { isOwnPage, refuseCrossSite } from '@/server/http/same-site'
import { houseDatabase } from '@/server/http/visit'
import { addressOf } from '@/server/sandbox/address'
import { cookieFor, makeToken } from '@/server/sandbox/credentials'
import { openSandbox } from '@/server/sandbox/sandboxes'

/** Opens a sandbox. A page gets a cookie for it as well. */
export const POST = endpoint(
  async ({ request, step }) => {
    refuseCrossSite(request, { kind: 'none' })
    const { autopilot } = await step('read the wish', () =>
      readOptionalJson(request, NewSandbox),
    )

    const address = addressOf(request.headers)
    const opened = await step('open a sandbox', () =>
      openSandbox(houseDatabase(), address, autopilot),
    )
    const token = await makeToken(opened.id)
    const expiresAt = new Date(opened.expiresAt).toISOString()
    const body: Sandbox = { id: opened.id, token, expiresAt }
    const { headers } = opened.allowances
    return {
      status: 201,
      headers: { ...headers, ...cookieForPages(request, token) },
      body,
    }
  },
  { credentials: 'none', isTraced: false },
)

function cookieForPages(
  request: Request,
  token: string,
): Record<string, string> {
  return isOwnPage(request) ? { 'Set-Cookie': cookieFor(token) } : {}
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
