import { isHttps } from '@/server/http/own-address'
import { readSigned, signed } from './signed'

const field = 'told-name'
const anHour = 60 * 60

/** The field that gives the browser a name to carry, for an hour. */
export function cookieWith(name: string): Record<string, string> {
  return cookie(signed(name), anHour)
}

/** The field that takes the name away from the browser again. */
export function cookieGone(): Record<string, string> {
  return cookie('', 0)
}

/** The name that the browser brought back; null where it is not our own. */
export function nameInCookie({ headers }: Request): string | null {
  const [, value] =
    /(?:^|; *)told-name=([^;]+)/.exec(headers.get('cookie') ?? '') ?? []
  return value === undefined ? null : readSigned(value)
}

function cookie(value: string, seconds: number): Record<string, string> {
  const parts = [
    `${field}=${value}`,
    'Path=/api/labs/keep-or-forget',
    `Max-Age=${seconds}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(isHttps() ? ['Secure'] : []),
  ]
  return { 'Set-Cookie': parts.join('; ') }
}
