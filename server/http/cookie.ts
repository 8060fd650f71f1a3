import { env } from '@/env'

/** The `__Host-` prefix needs `Secure`, and so HTTPS. */
const isSecure = env.publicUrl.startsWith('https:')

/** A cookie's name as it is sent: bound to this very host where it can be. */
export function fullName(name: string): string {
  return isSecure ? `__Host-${name}` : name
}

/**
 * The `Set-Cookie` value for a cookie that no script can read (HttpOnly), and
 * that pages of other sites do not send along with a write (SameSite).
 */
export function cookieNamed(
  name: string,
  value: string,
  seconds: number,
): string {
  const parts = [
    `${fullName(name)}=${value}`,
    'Path=/',
    `Max-Age=${seconds}`,
    'HttpOnly',
    'SameSite=Lax',
  ]
  return [...parts, ...(isSecure ? ['Secure'] : [])].join('; ')
}

/** The value of a cookie, unverified; null when there is none. */
export function readCookie(headers: Headers, name: string): string | null {
  for (const part of headers.get('cookie')?.split(';') ?? []) {
    const [key, ...value] = part.trim().split('=')
    if (key === fullName(name)) return value.join('=')
  }
  return null
}
