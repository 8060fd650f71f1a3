import { eq } from 'drizzle-orm'
import { OAuthError, ProblemError } from '@/server/http/errors'
import type { Form } from '@/server/http/read-form'
import { hashOf } from '@/server/identity/hash-of'
import { twinTokens } from './twin-tables'
import type { Twin } from './twins'

/** The twin's one client, and nobody else. Its secret is good for one run. */
export function requireTwinClient(twin: Twin, form: Form): void {
  const isKnown = form.get('client_id') === 'twin'
  if (isKnown && form.get('client_secret') === secretOf(twin)) return
  throw new OAuthError('invalid_client', 'The client is not known.')
}

/** What the client proves itself by: known on this server, for one run. */
export function secretOf({ address }: Twin): string {
  return hashOf(`secret of ${address}`).toString('base64url')
}

/** Who an access token was given for. */
export async function findTwinPerson(
  { db }: Twin,
  headers: Headers,
): Promise<string> {
  const [, token = ''] =
    /^Bearer ([\w-]+)$/.exec(headers.get('authorization') ?? '') ?? []
  const [found] = await db
    .select()
    .from(twinTokens)
    .where(eq(twinTokens.tokenHash, hashOf(token)))
  if (found) return found.person
  throw new ProblemError('not-signed-in', 'This asks for an access token.')
}
