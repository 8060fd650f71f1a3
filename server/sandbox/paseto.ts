import { ClaimValidationError, PasetoError, PublicProtocol } from 'paseto'
import { SignFactory, VerifyFactory, type SecretKey } from 'paseto/v4/public'
import { pasetoKeys } from './paseto-keys'
import { isCanonical } from './strict-form'
import {
  audience,
  claimsFor,
  claimsOf,
  TokenError,
  type ProvenToken,
  type TokenClaims,
} from './token-claims'

const v4 = new PublicProtocol(SignFactory, VerifyFactory)

/** What an API token is for: signed along with it, and not a part of it. */
const purpose = 'sandbox token'

/** An API token as a PASETO (v4.public), signed with Ed25519. */
export function signPaseto(
  claims: TokenClaims,
  expiresAt: number,
): Promise<string> {
  return signedPaseto(claimsFor(claims), expiresAt)
}

/** A PASETO that says whatever it is to say: for who wants a wrong one. */
export async function signedPaseto(
  claims: object,
  expiresAt: number,
  by: { secretKey?: SecretKey; purpose?: string } = {},
): Promise<string> {
  const { secretKey } = { ...(await pasetoKeys()), ...by }
  const exp = new Date(expiresAt).toISOString()
  const implicitAssertion = Buffer.from(by.purpose ?? purpose)
  return v4.Sign(secretKey, { ...claims, exp }, { implicitAssertion })
}

/**
 * Proves that a PASETO is an API token of this site, and tells what it says.
 * Version and purpose are ours to choose: `v4.public` stands for Ed25519 and
 * nothing else, so no header can ask for another algorithm. Checked are that
 * and the form, the signature, what the token is for (its implicit assertion),
 * `aud`, `exp`, `nbf` and `iat` where they are there, all against this server's
 * clock with no tolerance, and that it names a sandbox. Throws TokenError (401).
 */
export async function provePaseto(token: string): Promise<ProvenToken> {
  if (!token.startsWith('v4.public.')) throw new TokenError('algorithm')
  requirePasetoForm(token)
  const { publicKey } = await pasetoKeys()
  const { claims } = await v4
    .Verify(publicKey, token, {
      implicitAssertion: Buffer.from(purpose),
      audience,
      now: new Date(),
      requiredClaims: ['sub', 'exp'],
    })
    .catch(refusePaseto)
  return claimsOf(claims, Date.parse(claims.exp ?? ''))
}

const signatureBytes = 64

/** A body that is longer than its signature, and a footer, if there is one. */
export function requirePasetoForm(token: string): void {
  const [, , body = '', footer, ...more] = token.split('.')
  const isGood =
    more.length === 0 &&
    [body, footer ?? 'AA'].every((part) => part !== '' && isCanonical(part)) &&
    Buffer.from(body, 'base64url').length > signatureBytes
  if (!isGood) throw new TokenError('form')
}

/** What the library found wrong, as whoever bears the token is told. */
function refusePaseto(error: unknown): never {
  if (error instanceof ClaimValidationError) throw failed(error)
  // Its form was held to its rules before: what is left is the signature.
  if (error instanceof PasetoError) throw new TokenError('signature')
  throw error
}

function failed({ claim, message }: ClaimValidationError): TokenError {
  if (message.startsWith('Missing')) return new TokenError('claim')
  if (claim === 'aud') return new TokenError('audience')
  if (claim === 'exp') return new TokenError('expired')
  return new TokenError(claim === 'sub' ? 'claim' : 'early')
}
