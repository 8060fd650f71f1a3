import { createHmac, randomBytes } from 'node:crypto'
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  SignJWT,
  type JWTPayload,
} from 'jose'
import { beforeAll, expect, test, vi } from 'vitest'
import { grants } from '@/db/schema/identity'
import type { TestDatabase } from '@/db/testing'
import { plateful } from '@/server/identity/clients'
import { hashOf } from '@/server/identity/hash-of'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import { spanStore } from '@/tracing/span-store'
import { GET as authorize, POST as authorizeByForm } from './authorize/route'
import { GET as jwks } from './jwks/route'
import { POST as signIn } from './sign-in/route'
import { fieldsIn } from './test-browser'
import { GET as takeToken, POST as token } from './token/route'
import { GET as userinfo } from './userinfo/route'

const { redirectUri } = vi.hoisted(() => {
  const redirectUri = 'https://client.example:8443/callback?kept=1'
  process.env['OIDC_CLIENT_ID'] = 'test-client'
  process.env['OIDC_CLIENT_SECRET'] = 'the secret of the test client'
  process.env['OIDC_REDIRECT_URI'] = redirectUri
  process.env['LIMIT_SIGN_INS_PER_MINUTE'] = '1000'
  return { redirectUri }
})
const issuer = 'http://127.0.0.1:3000/api/identity'
const client_secret = 'the secret of the test client'

let database: TestDatabase
let visitor: TestCaller
beforeAll(async () => {
  database = await startTestBackend()
  visitor = await TestCaller.make()
})

type Parameters = Record<string, string>
const newVerifier = () => randomBytes(32).toString('base64url')
const challengeOf = (verifier: string) => hashOf(verifier).toString('base64url')

const wishFor = (verifier: string): Parameters => ({
  client_id: 'test-client',
  redirect_uri: redirectUri,
  response_type: 'code',
  scope: 'openid profile',
  state: 'a state = & # of the client’s',
  nonce: 'a nonce of the client’s',
  code_challenge: challengeOf(verifier),
  code_challenge_method: 'S256',
})

const ask = (wish: Parameters | string) =>
  call(authorize, {
    path: `/api/identity/authorize?${new URLSearchParams(wish)}`,
  })

const form = {
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-site': 'same-origin',
}
const send = (
  handler: typeof signIn,
  fields: Parameters,
  headers: Parameters = {},
) =>
  call(handler, {
    method: 'POST',
    path: '/api/identity/any',
    body: new URLSearchParams(fields).toString(),
    headers: { ...form, ...headers },
  })
const cookie = () => ({ cookie: `sandbox=${visitor.token}` })

/** Somebody signs in; the code that the client is sent. */
async function codeFor(wish: Parameters): Promise<string> {
  const reply = await send(signIn, { ...wish, name: 'Mara' }, cookie())
  expect(reply.status).toBe(303)
  const answer = new URL(reply.headers.get('location') ?? '')
  return answer.searchParams.get('code') ?? ''
}

const redeem = (code: string, verifier: string, other: Parameters = {}) => ({
  grant_type: 'authorization_code',
  code,
  redirect_uri: redirectUri,
  client_id: 'test-client',
  client_secret,
  code_verifier: verifier,
  ...other,
})

async function tokensFor(verifier = newVerifier()) {
  const code = await codeFor(wishFor(verifier))
  const reply = await send(token, redeem(code, verifier))
  expect(reply.status).toBe(200)
  return { code, verifier, tokens: await reply.json() }
}

const opens = (access: string) =>
  call(userinfo, { headers: { authorization: `Bearer ${access}` } })

async function expectError(reply: Response, error: string) {
  expect(await reply.json()).toMatchObject({ error })
  expect(reply.headers.get('cache-control')).toBe('no-store')
}

test.each([
  ['a longer path', 'https://client.example:8443/callback/x?kept=1'],
  ['a shorter path', 'https://client.example:8443/?kept=1'],
  ['a path that climbs', 'https://client.example:8443/callback/../evil?kept=1'],
  [
    'one that comes out the same',
    'https://client.example:8443/a/../callback?kept=1',
  ],
  ['a subdomain', 'https://evil.client.example:8443/callback?kept=1'],
  ['a longer host', 'https://client.example.evil.example/callback?kept=1'],
  [
    'a user before the host',
    'https://client.example:8443@evil.example/callback?kept=1',
  ],
  ['another port', 'https://client.example/callback?kept=1'],
  ['another scheme', 'http://client.example:8443/callback?kept=1'],
  ['capitals', 'https://CLIENT.example:8443/callback?kept=1'],
  ['another query', 'https://client.example:8443/callback?kept=2'],
  ['no query', 'https://client.example:8443/callback'],
  ['a longer query', 'https://client.example:8443/callback?kept=1&x=1'],
  ['a fragment', 'https://client.example:8443/callback?kept=1#x'],
  ['a script', 'javascript:alert(1)'],
  ['another client’s', 'http://127.0.0.1:3000/api/auth/callback/identity'],
  ['nothing', ''],
])(
  'a redirect address with %s is refused, and nobody is sent there',
  async (_, redirect_uri) => {
    const wish = { ...wishFor(newVerifier()), redirect_uri }
    // An error is answered there as little as a code: no open redirector.
    const refused = [
      await ask(wish),
      await ask({ ...wish, scope: 'none of ours' }),
      await send(signIn, { ...wish, name: 'Mara' }, cookie()),
    ]
    for (const reply of refused) {
      expect(reply.status).toBe(400)
      expect(reply.headers.get('location')).toBeNull()
      expect((await reply.json()).type).toMatch(/unknown-redirect$/)
    }
  },
)

test('an unknown client is sent nowhere', async () => {
  const reply = await ask({ ...wishFor(newVerifier()), client_id: 'mallory' })
  expect(reply.status).toBe(400)
  expect(reply.headers.get('location')).toBeNull()
})

const without = (name: string) => {
  const wish = wishFor(newVerifier())
  delete wish[name]
  return wish
}
const withOther = (other: Parameters) => ({
  ...wishFor(newVerifier()),
  ...other,
})

test.each([
  ['no challenge', without('code_challenge'), 'invalid_request'],
  ['no method', without('code_challenge_method'), 'invalid_request'],
  [
    'the plain method',
    withOther({ code_challenge_method: 'plain' }),
    'invalid_request',
  ],
  [
    'a short challenge',
    withOther({ code_challenge: 'short' }),
    'invalid_request',
  ],
  [
    'the implicit grant',
    withOther({ response_type: 'token' }),
    'unsupported_response_type',
  ],
  [
    'the hybrid flow',
    withOther({ response_type: 'code id_token' }),
    'unsupported_response_type',
  ],
  [
    'an answer in the fragment',
    withOther({ response_mode: 'fragment' }),
    'invalid_request',
  ],
  ['no openid', withOther({ scope: 'profile' }), 'invalid_scope'],
  ['a request object', withOther({ request: 'eyJ' }), 'request_not_supported'],
  [
    'a request by address',
    withOther({ request_uri: 'http://10.0.0.1/' }),
    'request_uri_not_supported',
  ],
  ['nobody to be asked', withOther({ prompt: 'none' }), 'login_required'],
])(
  'with %s the client hears what is wrong, from whom, and with its state',
  async (_, wish, error) => {
    for (const reply of [
      await ask(wish),
      await send(signIn, { ...wish, name: 'Mara' }, cookie()),
    ]) {
      expect(reply.status).toBe(303)
      const answer = new URL(reply.headers.get('location') ?? '')
      expect(answer.href.startsWith(redirectUri)).toBe(true)
      const told = Object.fromEntries(answer.searchParams)
      expect(told).toMatchObject({ error, iss: issuer, state: wish['state'] })
      expect(told).not.toHaveProperty('code')
    }
  },
)

test('a parameter that comes twice is refused, whichever of the two would be right', async () => {
  const wish = new URLSearchParams(wishFor(newVerifier()))
  wish.append('redirect_uri', 'https://evil.example/')
  const reply = await ask(wish.toString())
  expect(reply.status).toBe(400)
  await expectError(reply, 'invalid_request')
})

test('the answer brings the state back as it was, names the issuer, and keeps the registered query', async () => {
  const wish = wishFor(newVerifier())
  const reply = await send(signIn, { ...wish, name: 'Mara' }, cookie())
  const { searchParams } = new URL(reply.headers.get('location') ?? '')
  expect(searchParams.get('state')).toBe(wish['state'])
  expect(searchParams.get('iss')).toBe(issuer)
  expect(searchParams.get('kept')).toBe('1')
})

test('a code is of no use without the verifier, with another one, or with the challenge itself', async () => {
  const verifier = newVerifier()
  const code = await codeFor(wishFor(verifier))
  for (const wrong of ['', newVerifier(), challengeOf(verifier), 'short'])
    await expectError(await send(token, redeem(code, wrong)), 'invalid_grant')
  expect((await send(token, redeem(code, verifier))).status).toBe(200)
})

test('a stolen code that is injected into another sign-in is refused there', async () => {
  const [victim, attacker] = [newVerifier(), newVerifier()]
  const stolen = await codeFor(wishFor(victim))
  await codeFor(wishFor(attacker))
  await expectError(
    await send(token, redeem(stolen, attacker)),
    'invalid_grant',
  )
})

test('a code that comes twice takes back what it gave', async () => {
  const { code, verifier, tokens } = await tokensFor()
  expect((await opens(tokens.access_token)).status).toBe(200)
  await expectError(await send(token, redeem(code, verifier)), 'invalid_grant')
  expect((await opens(tokens.access_token)).status).toBe(401)
  const refresh = {
    grant_type: 'refresh_token',
    refresh_token: tokens.refresh_token,
    client_id: 'test-client',
    client_secret,
  }
  await expectError(await send(token, refresh), 'invalid_grant')
})

test('of ten who bring one code at the same moment at most one gets tokens, and they are worth nothing', async () => {
  const verifier = newVerifier()
  const code = await codeFor(wishFor(verifier))
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => send(token, redeem(code, verifier))),
  )
  const given = replies.filter(({ status }) => status === 200)
  expect(given).toHaveLength(1)
  const { access_token } = await given[0]?.json()
  expect((await opens(access_token)).status).toBe(401)
})

test('a code and a refresh token are for the client that they were made for', async () => {
  const { id, secret, redirectUris } = plateful()
  const foreign = { client_id: id, client_secret: secret ?? '' }
  const verifier = newVerifier()
  const code = await codeFor(wishFor(verifier))
  const other = { ...foreign, redirect_uri: redirectUris[0] ?? '' }
  for (const claimed of [foreign, other])
    await expectError(
      await send(token, redeem(code, verifier, claimed)),
      'invalid_grant',
    )
  const { tokens } = await tokensFor()
  const refresh = {
    grant_type: 'refresh_token',
    refresh_token: tokens.refresh_token,
  }
  await expectError(
    await send(token, { ...refresh, ...foreign }),
    'invalid_grant',
  )
})

test('a code is redeemed with the redirect address of its request', async () => {
  const verifier = newVerifier()
  const code = await codeFor(wishFor(verifier))
  for (const redirect_uri of ['', 'https://client.example:8443/other'])
    await expectError(
      await send(token, redeem(code, verifier, { redirect_uri })),
      'invalid_grant',
    )
})

test('a code expires within a minute', async () => {
  const verifier = newVerifier()
  const code = await codeFor(wishFor(verifier))
  const [row] = await database.client
    .execute('select code_expires_at - granted_at as ms from grants')
    .then(({ rows }) => rows)
  expect(Number(row?.['ms'])).toBe(60_000)
  await database.db.update(grants).set({ codeExpiresAt: Date.now() - 1 })
  await expectError(await send(token, redeem(code, verifier)), 'invalid_grant')
})

test.each([
  ['a wrong secret', { client_secret: 'guessed' }, {}],
  ['no secret', { client_secret: '' }, {}],
  ['an unknown client', { client_id: 'mallory' }, {}],
  ['no credentials', { client_id: '', client_secret: '' }, {}],
  [
    'a malformed header',
    { client_id: '', client_secret: '' },
    { authorization: 'Basic %' },
  ],
])('%s is no client', async (_, other, headers) => {
  const fields = redeem('any code', newVerifier(), other)
  const reply = await send(token, fields, headers)
  expect(reply.status).toBe(401)
  expect(reply.headers.get('www-authenticate')).toMatch(/^Basic/)
  await expectError(reply, 'invalid_client')
})

test.each([
  ['the password grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  [
    'client credentials',
    { grant_type: 'client_credentials' },
    'unsupported_grant_type',
  ],
  ['no grant type', { grant_type: '' }, 'invalid_request'],
  ['no code', { code: '' }, 'invalid_request'],
  ['a made-up code', { code: 'made-up' }, 'invalid_grant'],
])('with %s there are no tokens', async (_, other, error) => {
  const reply = await send(token, redeem('x', newVerifier(), other))
  expect(reply.status).toBe(400)
  await expectError(reply, error)
})

test('nothing secret is read from an address', async () => {
  const verifier = newVerifier()
  const code = await codeFor(wishFor(verifier))
  const query = new URLSearchParams(redeem(code, verifier)).toString()
  const path = `/api/identity/token?${query}`
  const byQuery = { method: 'POST', path, headers: form, body: '' }
  expect((await call(token, byQuery)).status).toBe(401)
  expect((await call(takeToken, { path })).status).toBe(405)
  const { tokens } = await tokensFor()
  const reply = await call(userinfo, {
    path: `/api/identity/userinfo?access_token=${tokens.access_token}`,
  })
  expect(reply.status).toBe(401)
})

const partsOf = (jwt: string) =>
  jwt
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()))
const encoded = (part: unknown) =>
  Buffer.from(JSON.stringify(part)).toString('base64url')

test('a token that names another algorithm is not believed', async () => {
  const { tokens } = await tokensFor()
  const [header, payload] = partsOf(tokens.access_token)
  const { keys } = await (await call(jwks)).json()
  const forge = (alg: string, signature = '') =>
    `${encoded({ ...header, alg })}.${encoded(payload)}.${signature}`
  const unsigned = ['none', 'None', 'NONE'].map((alg) => forge(alg))
  // The public key, in any of its forms, as the secret of an HMAC.
  const secrets = [JSON.stringify(keys[0]), keys[0].x, keys[0].y]
  const signed = secrets.map((key) => {
    const text = forge('HS256').slice(0, -1)
    const mac = createHmac('sha256', key).update(text).digest('base64url')
    return `${text}.${mac}`
  })
  const empty = forge('ES256')
  const zero = forge('ES256', Buffer.alloc(64).toString('base64url'))
  for (const forged of [...unsigned, ...signed, empty, zero])
    expect((await opens(forged)).status).toBe(401)
})

test('a token that brings its own key, or names ours, is not believed', async () => {
  const { tokens } = await tokensFor()
  const [header, payload] = partsOf(tokens.access_token)
  const own = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(own.publicKey)
  const kid = await calculateJwkThumbprint(jwk)
  const headers = [
    header,
    { ...header, kid },
    { ...header, jwk },
    { ...header, kid, jwk, jku: 'https://evil.example/jwks' },
  ]
  for (const protectedHeader of headers) {
    const forged = await new SignJWT(payload as JWTPayload)
      .setProtectedHeader(protectedHeader)
      .sign(own.privateKey)
    expect((await opens(forged)).status).toBe(401)
  }
})

test('a token for another audience opens nothing: an ID token, a sandbox’s, one that was changed', async () => {
  const { tokens } = await tokensFor()
  const [header, payload] = partsOf(tokens.access_token)
  expect(header.typ).toBe('at+jwt')
  expect(payload.aud).toBe(`${issuer}/userinfo`)
  const [, identity] = partsOf(tokens.id_token)
  expect(identity).toMatchObject({
    aud: 'test-client',
    nonce: 'a nonce of the client’s',
  })
  const [head, , signature] = tokens.access_token.split('.')
  const changed = `${head}.${encoded({ ...payload, sub: 'person_other' })}.${signature}`
  for (const other of [tokens.id_token, visitor.token, changed, 'x', ''])
    expect((await opens(other)).status).toBe(401)
})

test('a form that another site sends is refused, and one that asks for it may be shown', async () => {
  const wish = wishFor(newVerifier())
  const crossSite = { 'sec-fetch-site': 'cross-site' }
  const signedIn = await send(
    signIn,
    { ...wish, name: 'Mara' },
    { ...cookie(), ...crossSite },
  )
  expect(signedIn.status).toBe(403)
  const shown = await send(authorizeByForm, wish, crossSite)
  expect(shown.status).toBe(200)
  expect(shown.headers.get('set-cookie')).toBeNull()
})

test('the form runs no script, and shows what was sent as text', async () => {
  const evil = '"><script>alert(1)</script>'
  const wish = { ...wishFor(newVerifier()), state: evil, login_hint: evil }
  const reply = await ask(wish)
  const html = await reply.text()
  expect(html).toContain("default-src 'none'")
  expect(html).toContain("form-action 'self' https://client.example:8443")
  expect(html).not.toContain('<script')
  expect(html).toContain('Any name serves')
  const complaint = await send(
    signIn,
    { ...fieldsIn(html), name: '\u202e' },
    cookie(),
  )
  expect(complaint.status).toBe(422)
  expect(await complaint.text()).not.toContain('<script')
})

test('a cookie that is no good any more does not keep anybody from signing in', async () => {
  const wish = { ...wishFor(newVerifier()), name: 'Mara' }
  const old = { cookie: 'sandbox=of.an.older-version; other=1' }
  expect((await ask(wish)).status).toBe(200)
  const reply = await send(signIn, wish, old)
  expect(reply.status).toBe(303)
  expect(reply.headers.get('set-cookie')).toMatch(/, sandbox=eyJ/)
})

test('no code, verifier, secret or token enters a trace whole', async () => {
  const { code, verifier, tokens } = await tokensFor()
  await opens(tokens.access_token)
  await spanStore().flush()
  const { rows } = await database.client.execute(
    `select group_concat(data) as text from events where kind = 'spans'
     union all select group_concat(body) from span_templates`,
  )
  const text = JSON.stringify(rows)
  expect(text).toContain('redeem the code')
  expect(text).toContain('grant_type=authorization_code')
  const secrets = [
    code,
    verifier,
    encodeURIComponent(client_secret),
    new URLSearchParams({ client_secret }).toString().split('=')[1] ?? '',
    client_secret,
    tokens.access_token,
    tokens.id_token,
    tokens.refresh_token,
    hashOf(code).toString('hex'),
    hashOf(code).toString('base64url'),
  ]
  for (const secret of secrets) expect(text.includes(secret)).toBe(false)
})
