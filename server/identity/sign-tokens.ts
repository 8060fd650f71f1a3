import { randomUUID } from 'node:crypto'
import { SignJWT, type JWTPayload } from 'jose'
import type { Database } from '@/db/client'
import type { Grant } from './find-grant'
import type { Person } from './find-person'
import { endpoints, issuer } from './issuer'
import { algorithm, getSigningKey } from './signing-keys'

const lifetimeSeconds = 10 * 60

/**
 * The tokens of a grant. The ID token tells the client who signed in, and is
 * for the client alone; the access token opens the userinfo endpoint, and is
 * for that alone. Each says so (`aud`, `typ`): neither passes for the other.
 */
export async function signTokens(db: Database, grant: Grant, person: Person) {
  const { id: sid, clientId, scope, nonce, grantedAt } = grant
  const key = await getSigningKey(db)
  const sign = (typ: string, aud: string, claims: JWTPayload) =>
    new SignJWT({ ...claims, sid })
      .setProtectedHeader({ alg: algorithm, kid: key.kid, typ })
      .setIssuer(issuer)
      .setSubject(person.subject)
      .setAudience(aud)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds} s`)
      .sign(key.privateKey)

  return {
    // RFC 9068: a JWT that says it is an access token.
    access_token: await sign('at+jwt', endpoints.userinfo_endpoint, {
      client_id: clientId,
      scope,
      jti: randomUUID(),
    }),
    token_type: 'Bearer',
    expires_in: lifetimeSeconds,
    scope,
    id_token: await sign('JWT', clientId, {
      auth_time: Math.floor(grantedAt / 1000),
      ...(nonce === null ? {} : { nonce }),
      ...claimsOf(scope, person),
    }),
  }
}

/** What a scope tells of a person (OpenID Connect Core, section 5.4). */
export function claimsOf(scope: string, { name }: Person) {
  return scope.split(' ').includes('profile') ? { name } : {}
}
