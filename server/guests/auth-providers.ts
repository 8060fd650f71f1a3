import type { Agent } from 'node:http'
import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import GitHubProvider from 'next-auth/providers/github'
import type { Database } from '@/db/client'
import { env } from '@/env'
import { plateful } from '@/server/identity/clients'
import { issuer } from '@/server/identity/issuer'
import { algorithm } from '@/server/identity/signing-keys'
import { assume } from './assume'
import { findAccount } from './find-account'

type Providers = AuthOptions['providers']

/** By whom people can sign in here: three ways, of which GitHub may be off. */
export function authProviders(db: Database, agent: Agent): Providers {
  return [identityProvider(agent), ...github(agent), emailAndPassword(db)]
}

/** This site's own identity provider, as any client of it would name it. */
function identityProvider(agent: Agent): Providers[number] {
  const client = plateful()
  return {
    id: 'identity',
    name: 'Identity provider',
    type: 'oauth',
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    clientId: client.id,
    clientSecret: client.secret ?? '',
    client: { id_token_signed_response_alg: algorithm },
    authorization: { params: { scope: 'openid profile' } },
    idToken: true,
    userinfo: {
      request({ client, tokens }) {
        // It has to be the person of the ID token: the client compares them.
        assume<Parameters<typeof client.userinfo>[0]>(tokens)
        return client.userinfo(tokens)
      },
    },
    httpOptions: { agent },
    checks: ['pkce', 'state', 'nonce'],
    profile: ({ sub, name }: { sub: string; name?: string }) => ({
      id: sub,
      name: name ?? null,
    }),
  }
}

function github(agent: Agent): Providers {
  const { AUTH_GITHUB_ID: clientId, AUTH_GITHUB_SECRET: clientSecret } = env
  if (clientId === undefined || clientSecret === undefined) return []
  return [
    GitHubProvider({
      clientId,
      clientSecret,
      authorization: { params: { scope: 'read:user' } },
      checks: ['pkce', 'state'],
      httpOptions: { agent },
      profile: ({ id, login }) => ({ id: String(id), name: login }),
    }),
  ]
}

function emailAndPassword(db: Database) {
  return CredentialsProvider({
    id: 'password',
    credentials: { email: {}, password: {} },
    authorize: (sent) =>
      findAccount(db, sent?.email ?? '', sent?.password ?? ''),
  })
}
