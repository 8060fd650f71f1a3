import { hkdfSync } from 'node:crypto'
import { authSecret, env } from '@/env'

/** A program that may ask who somebody is, as it was registered. */
export type Client = {
  id: string
  name: string
  /** Null for a public client: an app in a browser can keep no secret. */
  secret: string | null
  redirectUris: string[]
  postLogoutRedirectUris: string[]
  mayRefresh: boolean
}

/** A client by its id; null when there is none. */
export function findClient(id: string | undefined): Client | null {
  return listClients().find((client) => client.id === id) ?? null
}

/** The site itself, and one for tests where the environment names one. */
function listClients(): Client[] {
  const testClient = readTestClient()
  return testClient ? [plateful(), testClient] : [plateful()]
}

/** This site, as a client of its own provider. */
export function plateful(): Client {
  return {
    id: 'plateful',
    name: 'Plateful',
    secret: deriveSecret(),
    redirectUris: [`${env.publicUrl}/api/auth/callback/identity`],
    postLogoutRedirectUris: [`${env.publicUrl}/account`],
    mayRefresh: false,
  }
}

/** Both ends of this secret are on this server: nobody has to be told it. */
function deriveSecret(): string {
  const key = hkdfSync('sha256', authSecret(), '', 'client plateful', 32)
  return Buffer.from(key).toString('base64url')
}

function readTestClient(): Client | null {
  const { OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = env
  if (id === undefined || env.OIDC_REDIRECT_URI === undefined) return null
  return {
    id,
    name: id,
    secret: secret ?? null,
    redirectUris: [env.OIDC_REDIRECT_URI],
    postLogoutRedirectUris: [env.OIDC_REDIRECT_URI],
    mayRefresh: true,
  }
}
