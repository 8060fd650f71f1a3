/**
 * Ways in where every address is `https:` and names no port: the provider of
 * this site, as on any public host, and GitHub, against a stand-in that answers
 * as GitHub documents it (docs.github.com, "Authorizing OAuth apps"). What this
 * server sends by TLS is led to the two on loopback, without TLS.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { globalAgent } from 'node:https'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { arrivals } from '@/db/schema/limits'
import type { TestDatabase } from '@/db/testing'
import { assume } from '@/server/guests/assume'
import { startTestBackend } from '@/server/http/testing'
import * as account from '../account/route'
import { Visitor as SignsIn } from '../identity/test-visitor'
import { listen } from '../identity/testing'
import * as orders from '../orders/route'
import * as callback from './callback/[id]/route'
import * as csrf from './csrf/route'
import * as providers from './providers/route'
import * as signin from './signin/[id]/route'

const { port } = await vi.hoisted(async () => {
  const { freePort } = await import('@/server/http/testing-port.mjs')
  const port = await freePort()
  process.env['PUBLIC_URL'] = 'https://backofhouse.example'
  process.env['AUTH_GITHUB_ID'] = 'Iv1.of-a-test'
  process.env['AUTH_GITHUB_SECRET'] = 'a secret of a test'
  return { port }
})
const site = 'https://backofhouse.example'
const base = `http://127.0.0.1:${port}`
const octocat = { id: 583231, login: 'octocat', name: 'Mona', email: null }

/** GitHub, as far as a sign-in asks for it. */
class GitHub {
  readonly asked: string[] = []
  readonly #codes = new Map<string, URLSearchParams>()
  readonly #server: Server

  constructor() {
    this.#server = createServer(async (request, response) => {
      const { host } = request.headers
      this.asked.push(`${request.method} ${host}${request.url}`)
      const answer =
        request.method === 'POST'
          ? this.#token(
              request.headers.authorization,
              new URLSearchParams(await text(request)),
            )
          : this.#user(request.headers.authorization)
      response.writeHead(answer ? 200 : 401, {
        'content-type': 'application/json; charset=utf-8',
      })
      response.end(JSON.stringify(answer ?? { message: 'Bad credentials' }))
    }).listen(0, '127.0.0.1')
  }

  get port(): number {
    const address = this.#server.address()
    return typeof address === 'object' ? (address?.port ?? 0) : 0
  }

  /** What becomes of the person at the address: allowed, with a code. */
  allow(address: URL): URL {
    const code = randomUUID()
    this.#codes.set(code, address.searchParams)
    const back = new URL(address.searchParams.get('redirect_uri') ?? '')
    back.searchParams.set('code', code)
    back.searchParams.set('state', address.searchParams.get('state') ?? '')
    return back
  }

  #token(credentials: string | undefined, form: URLSearchParams) {
    const asked = this.#codes.get(form.get('code') ?? '')
    this.#codes.delete(form.get('code') ?? '')
    const verifier = form.get('code_verifier') ?? ''
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    const [, basic = ''] = /^Basic (.+)$/.exec(credentials ?? '') ?? []
    const [id, secret] = Buffer.from(basic, 'base64').toString().split(':')
    const isGood =
      asked?.get('code_challenge') === challenge &&
      asked.get('redirect_uri') === form.get('redirect_uri') &&
      id === 'Iv1.of-a-test' &&
      decodeURIComponent(secret?.replaceAll('+', ' ') ?? '') ===
        'a secret of a test'
    return isGood
      ? { access_token: 'gho_test', scope: 'read:user', token_type: 'bearer' }
      : { error: 'bad_verification_code' }
  }

  #user(credentials: string | undefined) {
    return credentials === 'Bearer gho_test' ? octocat : null
  }

  close() {
    this.#server.close()
  }
}

class Visitor extends SignsIn {
  constructor() {
    super(base)
  }

  override open(address: string | URL, form?: Record<string, string>) {
    return super.open(String(address).replace(site, base), form)
  }

  async begin(): Promise<URL> {
    const begun = await (await this.press('signin/github')).json()
    return new URL(begun.url)
  }
}

let database: TestDatabase
let server: Server
let github: GitHub
beforeAll(async () => {
  database = await startTestBackend()
  server = await listen(port, {
    '/api/account': account,
    '/api/orders': orders,
    '/api/auth/csrf': csrf,
    '/api/auth/providers': providers,
    '/api/auth/signin/[id]': signin,
    '/api/auth/callback/[id]': callback,
  })
})
afterAll(() => void server.close())

beforeEach(async () => {
  await database.db.delete(arrivals)
  github = new GitHub()
  vi.spyOn(globalAgent, 'createConnection').mockImplementation((to) => {
    assume<{ host: string; port: number }>(to)
    expect(to.port).toBe(443)
    const isOurs = to.host === new URL(site).host
    return connect(isOurs ? port : github.port, '127.0.0.1')
  })
  return () => {
    vi.restoreAllMocks()
    globalAgent.destroy()
    github.close()
  }
})

const here = `${site}/account`

test('signing in by the provider works, and its cookies are for this host alone', async () => {
  const mara = new Visitor()
  const reply = await mara.signInByProvider('Mara')
  expect(reply.headers.get('location')).toBe(here)
  expect(await mara.account()).toMatchObject({ name: 'Mara' })
  for (const cookie of mara.cookies().split('; '))
    expect(cookie).toMatch(/^__(Host|Secure)-/)
})

test('it is one of the ways in where its two variables are set', async () => {
  const reply = await new Visitor().send('GET', '/api/auth/providers')
  expect(await reply.json()).toHaveProperty('github')
})

test('the reader is sent to GitHub with a state, a challenge, and a wish for no more than a name', async () => {
  const address = await new Visitor().begin()
  expect(address.origin + address.pathname).toBe(
    'https://github.com/login/oauth/authorize',
  )
  expect(Object.fromEntries(address.searchParams)).toEqual({
    client_id: 'Iv1.of-a-test',
    scope: 'read:user',
    response_type: 'code',
    redirect_uri: `${site}/api/auth/callback/github`,
    state: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
  })
})

test('who is allowed in has an account under the GitHub name, with what was ordered before', async () => {
  const mara = new Visitor()
  const id = await mara.order()
  const reply = await mara.open(github.allow(await mara.begin()))
  expect(reply.headers.get('location')).toBe(here)
  expect(await mara.account()).toEqual({
    name: 'octocat',
    email: null,
    methods: ['github'],
  })
  expect(await mara.orders()).toEqual([id])
  // The code for a token, the token for the person; no e-mail is asked for.
  expect(github.asked).toEqual([
    'POST github.com/login/oauth/access_token',
    'GET api.github.com/user',
  ])
})

test('the same person comes home to the same account', async () => {
  const [one, two] = [new Visitor(), new Visitor()]
  const id = await one.order()
  await one.open(github.allow(await one.begin()))
  await two.open(github.allow(await two.begin()))
  expect(await two.orders()).toContain(id)
})

test('an unknown code, a stolen answer and a refusal sign nobody in', async () => {
  const [victim, attacker] = [new Visitor(), new Visitor()]
  const answer = github.allow(await victim.begin())
  const elsewhere = new URL(answer)
  elsewhere.searchParams.set('code', 'another')
  const refused = new URL(`${base}/api/auth/callback/github`)
  refused.searchParams.set('error', 'access_denied')
  await attacker.begin()
  for (const [who, where] of [
    [attacker, answer],
    [attacker, refused],
    [victim, elsewhere],
  ] as const) {
    const reply = await who.open(where)
    expect(reply.headers.get('location')).toMatch(/^\/account\?error=/)
    expect(await who.account()).toBe(404)
  }
})
