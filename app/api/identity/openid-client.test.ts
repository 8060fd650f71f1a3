import type { Server } from 'node:http'
import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { grants, people, signingKeys } from '@/db/schema/identity'
import type { TestDatabase } from '@/db/testing'
import { startTestBackend } from '@/server/http/testing'
import { Browser } from './test-browser'
import { listen } from './testing'

const { port, redirectUri } = await vi.hoisted(async () => {
  const { freePort } = await import('@/server/http/testing-port.mjs')
  const port = await freePort()
  const redirectUri = 'http://127.0.0.1:9/callback'
  process.env['PUBLIC_URL'] = `http://127.0.0.1:${port}`
  process.env['OIDC_CLIENT_ID'] = 'test client'
  process.env['OIDC_CLIENT_SECRET'] = 'a secret: with + and & in it'
  process.env['OIDC_REDIRECT_URI'] = redirectUri
  return { port, redirectUri }
})
const issuer = new URL(`http://127.0.0.1:${port}/api/identity`)
const secret = 'a secret: with + and & in it'

let database: TestDatabase
let server: Server
beforeAll(async () => {
  database = await startTestBackend()
  server = await listen(port)
})
afterAll(() => void server.close())

const ways = {
  client_secret_basic: client.ClientSecretBasic(secret),
  client_secret_post: client.ClientSecretPost(secret),
}

async function discover(way: keyof typeof ways = 'client_secret_basic') {
  return client.discovery(issuer, 'test client', undefined, ways[way], {
    execute: [client.allowInsecureRequests],
  })
}

/** Signs somebody in as openid-client does it, checks included. */
async function signIn(config: client.Configuration, name = 'Mara') {
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const expectedState = client.randomState()
  const expectedNonce = client.randomNonce()
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile',
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    nonce: expectedNonce,
  })
  const browser = new Browser()
  const answer = await browser.signIn(address, name)
  const checks = { pkceCodeVerifier, expectedState, expectedNonce }
  const tokens = await client.authorizationCodeGrant(config, answer, checks)
  return { browser, answer, tokens, address }
}

test.each(['client_secret_basic', 'client_secret_post'] as const)(
  'a certified client signs somebody in (%s)',
  async (way) => {
    const config = await discover(way)
    const { answer, tokens } = await signIn(config)

    expect(answer.searchParams.get('iss')).toBe(issuer.href)
    const claims = tokens.claims()
    expect(claims).toMatchObject({ aud: 'test client', name: 'Mara' })
    const subject = claims?.sub ?? ''
    expect(
      await client.fetchUserInfo(config, tokens.access_token, subject),
    ).toEqual({ sub: subject, name: 'Mara' })
  },
)

test('a client that asks only for openid learns no name', async () => {
  const config = await discover()
  const verifier = client.randomPKCECodeVerifier()
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid something-else',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  const answer = await new Browser().signIn(address, 'Mara')
  const tokens = await client.authorizationCodeGrant(config, answer, {
    pkceCodeVerifier: verifier,
  })
  expect(tokens.scope).toBe('openid')
  expect(tokens.claims()).not.toHaveProperty('name')
})

test('the same name in the same browser is the same person, in another one is not', async () => {
  const config = await discover()
  const { browser, address, tokens } = await signIn(config)
  await browser.signIn(address, 'Mara')
  const here = await database.db.select().from(people)
  // Who leaves the sandbox is still known to the provider.
  browser.forget('sandbox')
  await browser.signIn(address, 'Mara')
  const other = await signIn(config)
  expect(other.tokens.claims()?.sub).not.toBe(tokens.claims()?.sub)
  expect(await database.db.select().from(people)).toHaveLength(here.length + 1)
})

test('refresh tokens are rotated, and an old one ends the family', async () => {
  const config = await discover()
  const { tokens: first } = await signIn(config)
  const refresh = (token: string | undefined) =>
    client.refreshTokenGrant(config, token ?? '')
  const second = await refresh(first.refresh_token)
  expect(second.refresh_token).not.toBe(first.refresh_token)
  expect(second.claims()?.sub).toBe(first.claims()?.sub)
  const third = await refresh(second.refresh_token)

  await expect(refresh(first.refresh_token)).rejects.toMatchObject({
    error: 'invalid_grant',
  })
  await expect(refresh(third.refresh_token)).rejects.toMatchObject({
    error: 'invalid_grant',
  })
  const subject = first.claims()?.sub ?? ''
  for (const { access_token } of [first, second, third])
    await expect(
      client.fetchUserInfo(config, access_token, subject),
    ).rejects.toThrow()
})

test('a new period has a new key that was published before, and old tokens still verify', async () => {
  const config = await discover()
  const { tokens } = await signIn(config)
  const before = await (await fetch(`${issuer.href}/jwks`)).json()
  expect(before.keys).toHaveLength(2)
  expect(JSON.stringify(before)).not.toContain('"d"')

  // As if a period had passed: every key is one period older.
  const keys = await database.db.select().from(signingKeys)
  await database.db.delete(signingKeys)
  await database.db
    .insert(signingKeys)
    .values(keys.map((key) => ({ ...key, period: key.period - 1 })))

  const later = await discover()
  const { tokens: signedLater } = await signIn(later)
  const kidOf = (token = '') =>
    JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())
      .kid
  expect(kidOf(signedLater.id_token)).not.toBe(kidOf(tokens.id_token))
  const published = before.keys.map(({ kid }: { kid: string }) => kid)
  expect(published).toContain(kidOf(signedLater.id_token))
  const subject = tokens.claims()?.sub ?? ''
  expect(
    await client.fetchUserInfo(config, tokens.access_token, subject),
  ).toMatchObject({ sub: subject })
})

test('the database holds no code, no token and no private key that can be read', async () => {
  const config = await discover()
  const { answer, tokens } = await signIn(config)
  const rows = [
    ...(await database.db.select().from(grants)),
    ...(await database.db.select().from(signingKeys)),
  ]
  const kept = JSON.stringify(rows, (_, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString() : value,
  )
  for (const secret of [
    answer.searchParams.get('code'),
    tokens.access_token,
    tokens.refresh_token?.split('.')[1],
    'PRIVATE KEY',
  ])
    expect(kept).not.toContain(secret)
})

test('keys that were sealed under another secret are replaced', async () => {
  await database.db
    .update(signingKeys)
    .set({ sealedPrivateKey: Buffer.alloc(64) })
  const { tokens } = await signIn(await discover())
  expect(tokens.claims()?.iss).toBe(issuer.href)
})

test('signing out by the ID token ends what was granted, and leads to a registered address', async () => {
  const config = await discover()
  const { tokens, browser } = await signIn(config)
  const way = client.buildEndSessionUrl(config, {
    id_token_hint: tokens.id_token ?? '',
    post_logout_redirect_uri: redirectUri,
    state: 'on my way out',
  })
  const reply = await browser.open(way)
  const location = new URL(reply.headers.get('location') ?? '')
  expect(location.origin + location.pathname).toBe(redirectUri)
  expect(location.searchParams.get('state')).toBe('on my way out')
  const subject = tokens.claims()?.sub ?? ''
  await expect(
    client.fetchUserInfo(config, tokens.access_token, subject),
  ).rejects.toThrow()

  const astray = client.buildEndSessionUrl(config, {
    post_logout_redirect_uri: 'http://127.0.0.1:9/elsewhere',
  })
  expect((await browser.open(astray)).status).toBe(400)
})
