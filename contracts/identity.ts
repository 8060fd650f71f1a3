import * as z from 'zod'

/** What a client sends to the token endpoint (RFC 6749, sections 4.1.3 and 6). */
export const TokenRequest = z
  .looseObject({
    grant_type: z.enum(['authorization_code', 'refresh_token']),
    code: z
      .string()
      .optional()
      .meta({ description: 'The authorization code.' }),
    redirect_uri: z.string().optional().meta({
      description: 'As in the authorization request, letter by letter.',
    }),
    code_verifier: z.string().optional().meta({
      description: 'Of which the code_challenge is the SHA-256 (RFC 7636).',
    }),
    refresh_token: z.string().optional(),
    client_id: z.string().optional(),
    client_secret: z.string().optional().meta({
      description: 'Or both by HTTP Basic.',
    }),
  })
  .meta({ id: 'TokenRequest' })

/** What the token endpoint gives (RFC 6749, section 5.1; OpenID Connect). */
export const TokenResponse = z
  .strictObject({
    access_token: z
      .string()
      .meta({ description: 'A JWT (RFC 9068) for the userinfo endpoint.' }),
    token_type: z.literal('Bearer'),
    expires_in: z.int(),
    scope: z.string(),
    id_token: z
      .string()
      .meta({ description: 'A JWT that tells the client who signed in.' }),
    refresh_token: z
      .string()
      .optional()
      .meta({ description: 'For clients that may refresh. Good once.' }),
  })
  .meta({ id: 'TokenResponse' })
export type TokenResponse = z.infer<typeof TokenResponse>

/** An error of OAuth (RFC 6749, section 5.2). */
export const OAuthProblem = z
  .strictObject({ error: z.string(), error_description: z.string() })
  .meta({ id: 'OAuthProblem' })

/** Who signed in (OpenID Connect Core, section 5.3). */
export const UserInfo = z
  .strictObject({
    sub: z.string(),
    name: z
      .string()
      .optional()
      .meta({ description: 'With the scope profile.' }),
  })
  .meta({ id: 'UserInfo' })

/** Public keys (RFC 7517). */
export const KeySet = z
  .strictObject({
    keys: z.array(
      z.strictObject({
        kty: z.literal('EC'),
        crv: z.literal('P-256'),
        x: z.string(),
        y: z.string(),
        kid: z.string(),
        alg: z.literal('ES256'),
        use: z.literal('sig'),
      }),
    ),
  })
  .meta({ id: 'KeySet' })

/** What a client has to know of the provider (OpenID Connect Discovery). */
export const ProviderMetadata = z
  .looseObject({
    issuer: z.url(),
    authorization_endpoint: z.url(),
    token_endpoint: z.url(),
    userinfo_endpoint: z.url(),
    jwks_uri: z.url(),
    end_session_endpoint: z.url(),
  })
  .meta({ id: 'ProviderMetadata' })

/** The request of a client, and what the person has answered. */
export const IdentitySignIn = z
  .looseObject({
    name: z.string().min(1).max(60),
    client_id: z.string(),
    redirect_uri: z.string(),
    response_type: z.literal('code'),
    scope: z.string(),
    code_challenge: z.string(),
    code_challenge_method: z.literal('S256'),
    state: z.string().optional(),
    nonce: z.string().optional(),
  })
  .meta({ id: 'IdentitySignIn' })
