import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { houseDatabase } from '@/server/http/visit'
import { listPublicKeys } from '@/server/identity/signing-keys'

/** The public keys, by which anybody can check a token without asking here. */
export const GET = endpoint(
  async ({ step }) => {
    const body = await step('list the public keys', () =>
      listPublicKeys(houseDatabase()),
    )
    const headers = { 'Cache-Control': 'public, max-age=600' }
    return { status: 200, headers, body }
  },
  { credentials: 'none' },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
