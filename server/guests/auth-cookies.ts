import type { AuthOptions } from 'next-auth'
import { env } from '@/env'

export const isSecure = env.publicUrl.startsWith('https:')
const cookieNames = {
  sessionToken: 'session',
  callbackUrl: 'sign-in-way-back',
  csrfToken: 'sign-in-csrf',
  pkceCodeVerifier: 'sign-in-pkce',
  state: 'sign-in-state',
  nonce: 'sign-in-nonce',
}

/** Every cookie bound to this very host, and out of reach of scripts. */
export function authCookies(): NonNullable<AuthOptions['cookies']> {
  return Object.fromEntries(
    Object.entries(cookieNames).map(([cookie, name]) => [
      cookie,
      {
        name: isSecure ? `__Host-${name}` : name,
        options: {
          httpOnly: true,
          sameSite: 'lax',
          path: '/',
          secure: isSecure,
        },
      },
    ]),
  )
}
