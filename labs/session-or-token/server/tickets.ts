import { jwtVerify, SignJWT } from 'jose'
import { devices } from '@/contracts/session-lab-choices'
import { derivedKey } from '@/server/sandbox/derived-key'
import { macKey, refuseJwt } from '@/server/sandbox/jwt'
import { TokenError } from '@/server/sandbox/token-claims'
import type { LoggedIn } from './logins'

const type = 'ticket+jwt'
const audience = 'session-or-token'

let key: Promise<CryptoKey> | undefined

/** Made ready once: what is measured is the check, and not the making of it. */
function ticketKey(): Promise<CryptoKey> {
  return (key ??= macKey(derivedKey(audience)))
}

/** Who bears a ticket, and the session that it names, where it names one. */
export type Bearer = LoggedIn & { session: string | null }

/** A JWT that says who is logged in; with the id of a session, if given. */
export async function signTicket(
  { name, device, expiresAt }: LoggedIn,
  session: string | null,
): Promise<string> {
  const named = session === null ? {} : { session }
  return new SignJWT({ sub: name, device, ...named })
    .setProtectedHeader({ alg: 'HS256', typ: type })
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(Math.floor(expiresAt / 1000))
    .sign(await ticketKey())
}

/** Who bears this ticket, by its own word and our signature; 401 for others. */
export async function proveTicket(token: string): Promise<Bearer> {
  const { payload } = await jwtVerify(token, await ticketKey(), {
    algorithms: ['HS256'],
    typ: type,
    audience,
    requiredClaims: ['sub', 'exp'],
  }).catch(refuseJwt)
  const { sub: name = '', exp = 0, session } = payload
  const device = devices.find((one) => one === payload['device'])
  if (!device) throw new TokenError('claim')
  return {
    name,
    device,
    expiresAt: exp * 1000,
    session: typeof session === 'string' ? session : null,
  }
}
