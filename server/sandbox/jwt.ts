import { errors, jwtVerify, SignJWT, type JWTPayload } from 'jose'
import { derivedKey } from './derived-key'
import { requireStrictForm } from './strict-form'
import {
  audience,
  claimsFor,
  claimsOf,
  TokenError,
  type ProvenToken,
  type TokenClaims,
} from './token-claims'

/** What says that a JWT is one of these, and no other of ours (RFC 8725, 3.11). */
export const jwtType = 'sandbox+jwt'

let signingKey: Promise<CryptoKey> | undefined

/** Made ready once: else every check would begin with it. */
function jwtKey(): Promise<CryptoKey> {
  return (signingKey ??= macKey(derivedKey('sandbox token')))
}

/** A key for HMAC with SHA-256, as Web Cryptography takes it. */
export function macKey(bytes: Uint8Array): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const raw = new Uint8Array(bytes)
  return crypto.subtle.importKey('raw', raw, algorithm, false, [
    'sign',
    'verify',
  ])
}

/**
 * An API token as a JWT (RFC 7519), signed by HMAC with SHA-256. It ends after
 * a while ("30 days"), or at a time in seconds since 1970.
 */
export function signJwt(
  claims: TokenClaims,
  expires: string | number,
): Promise<string> {
  return signedJwt(claimsFor(claims), expires)
}

/** A JWT that says whatever it is to say: for who wants a wrong one. */
export async function signedJwt(
  payload: JWTPayload,
  expires: string | number,
  typ = jwtType,
): Promise<string> {
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'HS256', typ })
    .setIssuedAt(payload.iat)
    .setExpirationTime(expires)
    .sign(await jwtKey())
}

/**
 * Proves that a JWT is an API token of this site, and tells what it says.
 * Checked are its form (RFC 7515, and strictly so), the algorithm against a
 * list of one, whatever the header asks for, the signature, `typ`, `aud`,
 * `exp`, `nbf` where it is there, both against this server's clock with no
 * tolerance, and that it names a sandbox. Throws TokenError (401).
 */
export async function proveJwt(token: string): Promise<ProvenToken> {
  requireStrictForm(token)
  const { payload } = await jwtVerify(token, await jwtKey(), {
    algorithms: ['HS256'],
    typ: jwtType,
    audience,
    currentDate: new Date(),
    requiredClaims: ['sub', 'exp'],
  }).catch(refuseJwt)
  return claimsOf(payload, (payload.exp ?? 0) * 1000)
}

/** What jose found wrong, as whoever bears the token is told. */
export function refuseJwt(error: unknown): never {
  if (error instanceof errors.JOSEAlgNotAllowed)
    throw new TokenError('algorithm')
  if (error instanceof errors.JWSSignatureVerificationFailed)
    throw new TokenError('signature')
  if (error instanceof errors.JWTExpired) throw new TokenError('expired')
  if (error instanceof errors.JWTClaimValidationFailed) throw failed(error)
  if (error instanceof errors.JOSEError) throw new TokenError('form')
  throw error
}

function failed({ claim, reason }: errors.JWTClaimValidationFailed) {
  if (reason !== 'check_failed') return new TokenError('claim')
  if (claim === 'aud') return new TokenError('audience')
  if (claim === 'typ') return new TokenError('type')
  return new TokenError(claim === 'nbf' ? 'early' : 'claim')
}
