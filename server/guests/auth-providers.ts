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
type AgentFor = (url: string) => Agent

/** By whom people can sign in here: three ways, of which GitHub may be off. */
export function authProviders(db: Database, agentFor: AgentFor): Providers {
  return [identityProvider(agentFor), ...github(agentFor), emailAndPassword(db)]
}

/** This site's own identity provider, as any client of it would name it. */
function identityProvider(agentFor: AgentFor): Providers[number] {
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
    httpOptions: { agent: agentFor(issuer) },
    checks: ['pkce', 'state', 'nonce'],
    profile: ({ sub, name }: { sub: string; name?: string }) => ({
      id: sub,
      name: name ?? null,
    }),
  }
}

function github(agentFor: AgentFor): Providers {
  const { AUTH_GITHUB_ID: clientId, AUTH_GITHUB_SECRET: clientSecret } = env
  if (clientId === undefined || clientSecret === undefined) return []
  const provider = GitHubProvider({
    clientId,
    clientSecret,
    authorization: { params: { scope: 'read:user' } },
    checks: ['pkce', 'state'],
    // The library would ask for the e-mail addresses, too.
    userinfo: {
      url: 'https://api.github.com/user',
      request: ({ client, tokens }) =>
        client.userinfo(tokens.access_token ?? ''),
    },
    profile: ({ id, login }) => ({ id: String(id), name: login }),
  })
  // Beside its options, which the library copies without their methods.
  return [
    { ...provider, httpOptions: { agent: agentFor('https://github.com') } },
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
