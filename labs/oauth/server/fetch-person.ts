import * as z from 'zod'
import { OAuthError } from '@/server/http/errors'
import { askHere } from './ask-here'
import { secretOf } from './twin-userinfo'
import type { Twin } from './twins'

const Tokens = z.object({ access_token: z.string() })
const Person = z.object({ name: z.string() })

/** Takes a token for a code, and asks with it who has signed in. */
export async function fetchPerson(
  twin: Twin,
  { code, verifier }: { code: string; verifier: string },
): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: 'twin',
    client_secret: secretOf(twin),
    redirect_uri: `${twin.address}/callback`,
    code,
    code_verifier: verifier,
  })
  const given = await askHere(`${twin.address}/token`, {}, form)
  if (given.status !== 200)
    throw new OAuthError('no_token', 'The provider gave no token.')

  const { access_token: token } = Tokens.parse(JSON.parse(given.body))
  const headers = { authorization: `Bearer ${token}` }
  const told = await askHere(`${twin.address}/userinfo`, headers)
  return Person.parse(JSON.parse(told.body)).name
}
