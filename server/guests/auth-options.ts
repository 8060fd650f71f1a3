import type { Agent } from 'node:http'
import type { AuthOptions } from 'next-auth'
import { decode } from 'next-auth/jwt'
import type { Database } from '@/db/client'
import { authSecret, env } from '@/env'
import { authAdapter } from './auth-adapter'
import { authCookies, isSecure } from './auth-cookies'
import { authProviders } from './auth-providers'
import { wayHome } from './way-home'

/** What the sign-in library has to be told of this request. */
export type SignInContext = {
  db: Database
  /** An id for the session that may begin. */
  newSessionId: string
  isLive: (sessionId: string) => Promise<boolean>
  onSignIn: (accountId: string) => void
  /** By which it asks a provider, at that address. */
  agentFor: (url: string) => Agent
}

/** How people sign in here. */
export function authOptions(context: SignInContext): AuthOptions {
  const { db, newSessionId, isLive, onSignIn, agentFor } = context
  return {
    secret: authSecret(),
    adapter: authAdapter(db),
    providers: authProviders(db, agentFor),
    pages: { signIn: '/account', error: '/account' },
    session: { strategy: 'jwt', maxAge: env.ACCOUNT_LIFETIME_SECONDS },
    cookies: authCookies(),
    useSecureCookies: isSecure,
    // What somebody mistypes is not for the log; a trace shows the rest.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },

    jwt: {
      // Encrypted, so it cannot be made up; whether it was ended says the row.
      async decode(sealed) {
        const token = await decode(sealed).catch(() => null)
        const isGood = token?.sid !== undefined && (await isLive(token.sid))
        return isGood ? token : null
      },
    },
    callbacks: {
      redirect: ({ url }) => wayHome(url),
      jwt({ token, user, trigger }) {
        if (trigger !== 'signIn' && trigger !== 'signUp') return token
        onSignIn(user.id)
        return { sub: user.id, sid: newSessionId }
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
  }
}
