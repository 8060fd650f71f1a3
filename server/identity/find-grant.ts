import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { grants } from '@/db/schema/identity'
import { OAuthError } from '@/server/http/errors'
import { hashOf } from './hash-of'

export type Grant = typeof grants.$inferSelect

/**
 * What a code or a refresh token stands for (RFC 6749, sections 4.1.3 and 6).
 * Whether it is still good, and in the right hands, is for later.
 */
export async function findGrant(
  db: Database,
  form: ReadonlyMap<string, string>,
): Promise<Grant> {
  const [grant] = await db.select().from(grants).where(namedIn(form))
  if (!grant)
    throw new OAuthError(
      'invalid_grant',
      'It is not one of ours, or long gone.',
    )
  return grant
}

function namedIn(form: ReadonlyMap<string, string>) {
  const type = form.get('grant_type')
  if (type === 'authorization_code')
    return eq(grants.codeHash, hashOf(requireIn(form, 'code')))
  // A refresh token begins with the id of its grant: an old one finds it too.
  if (type === 'refresh_token')
    return eq(grants.id, requireIn(form, 'refresh_token').split('.')[0] ?? '')
  if (type === undefined)
    throw new OAuthError('invalid_request', 'The grant_type is missing.')
  throw new OAuthError('unsupported_grant_type', 'Codes and refresh tokens.')
}

/** A parameter that has to be there. */
export function requireIn(
  form: ReadonlyMap<string, string>,
  name: string,
): string {
  const value = form.get(name)
  if (value === undefined)
    throw new OAuthError('invalid_request', `The ${name} is missing.`)
  return value
}
