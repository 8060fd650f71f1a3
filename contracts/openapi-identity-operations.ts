import {
  IdentitySignIn,
  KeySet,
  OAuthProblem,
  ProviderMetadata,
  TokenRequest,
  TokenResponse,
  UserInfo,
} from './identity'
import { inQuery, text } from './openapi-parameters'
import { empty, json, limitHeaders, type Operation } from './openapi-parts'

const needed = (name: string, description: string, example: string) => ({
  ...inQuery(name, description, text()),
  required: true,
  example,
})

/** The pair of RFC 7636, appendix B. */
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
const redirectUri = 'http://127.0.0.1:3000/api/auth/callback/identity'

const page = {
  description: 'The form in which a person says who they are.',
  content: { 'text/html': { schema: text() } },
}
const back = (what: string) => ({
  ...empty(what),
  headers: { Location: { description: what, schema: text() } },
})
const oauthProblem = (description: string) => json(description, OAuthProblem)
const tellsOrSendsBack = {
  200: page,
  303: back('To the client, with an error that it may know of.'),
  400: oauthProblem('A parameter came twice.'),
}

const signInExample = {
  name: 'Mara',
  client_id: 'plateful',
  redirect_uri: redirectUri,
  response_type: 'code',
  scope: 'openid profile',
  code_challenge: challenge,
  code_challenge_method: 'S256',
}

/** The identity provider: OpenID Connect, by the advice of RFC 9700. */
export const identityOperations: Record<string, Operation> = {
  'GET /api/identity/.well-known/openid-configuration': {
    tag: 'Identity',
    id: 'discoverProvider',
    summary: 'Discover the provider',
    description: 'Every address that a client needs, and what is offered.',
    replies: { 200: json('The metadata.', ProviderMetadata) },
    refusals: ['method-not-allowed'],
    isOpen: true,
  },
  'GET /api/identity/authorize': {
    tag: 'Identity',
    id: 'authorize',
    summary: 'Ask a person to sign in',
    description:
      'A client sends a browser here. Authorization code with PKCE (S256) only. The redirect address is compared letter by letter; whoever names another is sent nowhere.',
    parameters: [
      needed('client_id', 'Who asks.', 'plateful'),
      needed('redirect_uri', 'Where the answer goes.', redirectUri),
      needed('response_type', 'Only `code`.', 'code'),
      needed(
        'scope',
        '`openid`, and `profile` for the name.',
        'openid profile',
      ),
      needed('code_challenge', 'The SHA-256 of the verifier.', challenge),
      needed('code_challenge_method', 'Only `S256`.', 'S256'),
      inQuery('state', 'Comes back as it was.', text()),
      inQuery('nonce', 'Stands in the ID token.', text()),
      inQuery('prompt', '`none` is answered by `login_required`.', text()),
      inQuery('login_hint', 'A name to begin with.', text()),
    ],
    replies: tellsOrSendsBack,
    refusals: ['unknown-client', 'unknown-redirect'],
    isOpen: true,
  },
  'POST /api/identity/authorize': {
    tag: 'Identity',
    id: 'authorizeByForm',
    summary: 'Ask by a form',
    description: 'As GET; the parameters are the fields of a form.',
    body: {
      schema: IdentitySignIn,
      example: signInExample,
      isForm: true,
    },
    replies: tellsOrSendsBack,
    refusals: ['unknown-client', 'unknown-redirect', 'body-too-large'],
    isOpen: true,
  },
  'POST /api/identity/sign-in': {
    tag: 'Identity',
    id: 'signInAtProvider',
    summary: 'Say who you are',
    description:
      'Where the form leads. Any name serves; its people live in your sandbox. The answer is a redirect to the client with a code, the state and the issuer (RFC 9207).',
    body: { schema: IdentitySignIn, example: signInExample, isForm: true },
    replies: {
      303: back('To the client, with `code`, `state` and `iss`, or an error.'),
      400: oauthProblem('A parameter came twice.'),
      422: { ...page, description: 'The form again, and what is wrong.' },
    },
    refusals: [
      'unknown-client',
      'unknown-redirect',
      'cross-site-write',
      'quota-exceeded',
      'body-too-large',
      'too-many-requests',
    ],
    isOpen: true,
  },
  'POST /api/identity/token': {
    tag: 'Identity',
    id: 'takeTokens',
    summary: 'Exchange a code for tokens',
    description:
      'A code is good once, for a minute, for its client, redirect address and verifier. A second use revokes what the first has given; so does an old refresh token.',
    body: {
      schema: TokenRequest,
      example: {
        grant_type: 'authorization_code',
        code: 'SplxlOBeZQQYbYS6WxSbIA',
        redirect_uri: redirectUri,
        code_verifier: verifier,
        client_id: 'plateful',
        client_secret: 'the-secret-of-the-client',
      },
      isForm: true,
    },
    replies: {
      200: json('The tokens.', TokenResponse, limitHeaders),
      400: oauthProblem('What is wrong, in the words of RFC 6749.'),
      401: oauthProblem('The client is not known, or its secret is wrong.'),
    },
    refusals: ['sandbox-expired', 'body-too-large', 'too-many-requests'],
    security: [{ client: [] }],
  },
  'GET /api/identity/userinfo': {
    tag: 'Identity',
    id: 'getUserInfo',
    summary: 'Read who signed in',
    description: 'By an access token, in the header only. POST does the same.',
    replies: { 200: json('The person.', UserInfo, limitHeaders) },
    refusals: ['not-signed-in', 'sandbox-expired', 'too-many-requests'],
    security: [{ accessToken: [] }],
  },
  'GET /api/identity/jwks': {
    tag: 'Identity',
    id: 'listPublicKeys',
    summary: 'Read the public keys',
    description:
      'By which anybody can check a token. The next key is published before it signs; the last one stays until its tokens have expired.',
    replies: { 200: json('The keys.', KeySet) },
    refusals: ['method-not-allowed'],
    isOpen: true,
  },
  'GET /api/identity/end-session': {
    tag: 'Identity',
    id: 'endSession',
    summary: 'Sign out at the provider',
    description:
      'RP-initiated logout: what the grant of the ID token gave is revoked.',
    parameters: [
      inQuery('id_token_hint', 'The ID token, an old one too.', text()),
      inQuery('post_logout_redirect_uri', 'A registered address.', text()),
      inQuery('client_id', 'Where no ID token says it.', text()),
      inQuery('state', 'Comes back as it was.', text()),
    ],
    replies: {
      200: { ...page, description: 'A page that says so.' },
      303: back('To the client.'),
      400: oauthProblem('A parameter came twice.'),
    },
    refusals: ['unknown-redirect'],
    isOpen: true,
  },
}
