import { env } from '@/env'

/** The provider's name, and the beginning of every address it has. */
export const issuer = `${env.publicUrl}/api/identity`

export const endpoints = {
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  jwks_uri: `${issuer}/jwks`,
  end_session_endpoint: `${issuer}/end-session`,
}
