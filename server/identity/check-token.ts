import { and, eq, gt, isNull } from 'drizzle-orm'
import {
  createLocalJWKSet,
  errors,
  jwtVerify,
  type JWTVerifyOptions,
} from 'jose'
import type { Database } from '@/db/client'
import { grants } from '@/db/schema/identity'
import { ProblemError } from '@/server/http/errors'
import type { Grant } from './find-grant'
import { endpoints, issuer } from './issuer'
import { algorithm, listPublicKeys } from './signing-keys'

/**
 * The grant that an access token was given by. The token has to be ours, for
 * this endpoint, of its own type and in time. It names an algorithm, which is
 * not asked: one is accepted. That nothing was revoked, only the row can say.
 */
export async function checkAccessToken(
  db: Database,
  headers: Headers,
): Promise<Grant> {
  const authorization = headers.get('authorization') ?? ''
  const [, token] = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization) ?? []
  if (token === undefined) throw new InvalidTokenError()

  const grant = await findGrantOf(db, token, {
    typ: 'at+jwt',
    audience: endpoints.userinfo_endpoint,
    requiredClaims: ['exp', 'sub', 'client_id'],
  })
  if (!grant) throw new InvalidTokenError('invalid_token')
  return grant
}

/**
 * The grant that an ID token was given by, for signing out: it may be old by
 * then, which is no reason to stay signed in. Null for any other text.
 */
export function findGrantOfIdToken(
  db: Database,
  token: string,
): Promise<Grant | null> {
  const currentDate = new Date(0)
  return findGrantOf(db, token, { typ: 'JWT', currentDate })
}

async function findGrantOf(
  db: Database,
  token: string,
  wanted: JWTVerifyOptions,
): Promise<Grant | null> {
  const keys = createLocalJWKSet(await listPublicKeys(db))
  const options = { ...wanted, issuer, algorithms: [algorithm] }
  const verified = await jwtVerify(token, keys, options).catch(nullIfForged)
  if (!verified) return null

  const [grant] = await db
    .select()
    .from(grants)
    .where(
      and(
        eq(grants.id, String(verified.payload['sid'])),
        isNull(grants.revokedAt),
        gt(grants.expiresAt, Date.now()),
      ),
    )
  return grant ?? null
}

function nullIfForged(error: unknown): null {
  if (error instanceof errors.JOSEError) return null
  throw error
}

/** RFC 6750, section 3: an error is named only where a token came. */
export class InvalidTokenError extends ProblemError {
  override name = 'InvalidTokenError'
  constructor(error?: 'invalid_token') {
    const named = error === undefined ? '' : `, error="${error}"`
    super('not-signed-in', 'This asks for an access token of the provider.', {
      headers: { 'WWW-Authenticate': `Bearer realm="identity"${named}` },
    })
  }
}
