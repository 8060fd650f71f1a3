import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { Browser } from '@/app/api/identity/test-browser'
import { compare, state, type Result } from './results'
import { alternate } from './rounds'
import type { Server } from './start-server'
import { median } from './statistics'

const signInsInRound = 8
const password = 'a long enough password'

type Done = { requests: number; ms: number; calls: number }

/**
 * A sign-in by the built-in identity provider against one by e-mail and
 * password: what a browser sends, what the server asks on its own, and the time
 * of all of it. No reader's thinking is in it, and no way between.
 */
export async function measureSignIn({ port }: Server): Promise<Result[]> {
  const base = `http://127.0.0.1:${port}`
  const email = `bench-${randomBytes(6).toString('hex')}@example.com`
  await new CountingBrowser(base).register(email)
  const ways = {
    provider: (browser: CountingBrowser) => browser.signInByProvider(),
    password: (browser: CountingBrowser) => browser.signInByPassword(email),
  }
  const rounds = await alternate(['provider', 'password'], async (way) => {
    const done: Done[] = []
    for (let at = 0; at < signInsInRound; at++) {
      const browser = new CountingBrowser(base)
      const began = performance.now()
      await ways[way](browser)
      const ms = performance.now() - began
      const { requests } = browser
      done.push({ requests, ms, calls: await browser.callsOfLast() })
    }
    return {
      requests: median(done.map(({ requests }) => requests)),
      calls: median(done.map(({ calls }) => calls)),
      ms: median(done.map(({ ms }) => ms)),
    }
  })
  const row = (what: string, unit: string, of: keyof Done, note?: string) =>
    compare(
      {
        what: `a sign-in by the identity provider: ${what}`,
        unit,
        floorName: 'by e-mail and password',
        ...(note === undefined ? {} : { note }),
      },
      rounds.provider.map((round) => round[of]),
      rounds.password.map((round) => round[of]),
    )
  return [
    row('requests of the browser', '', 'requests'),
    state(
      {
        what: 'a sign-in by the identity provider: calls from server to server',
        unit: '',
        floorName: '',
      },
      rounds.provider.map(({ calls }) => calls),
    ),
    row('time', 'ms', 'ms', 'a password costs a slow hash, on purpose'),
  ]
}

const Traced = z.looseObject({
  spans: z.array(z.looseObject({ kind: z.string(), name: z.string() })),
})

class CountingBrowser extends Browser {
  requests = 0
  #lastTrace = ''

  constructor(readonly base: string) {
    super()
  }

  override async open(address: string | URL, form?: Record<string, string>) {
    this.requests++
    const reply = await super.open(address, form)
    this.#lastTrace = reply.headers.get('traceresponse')?.split('-')[1] ?? ''
    return reply
  }

  async register(email: string): Promise<void> {
    const reply = await fetch(`${this.base}/api/account`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    if (reply.status !== 204) throw new Error(await reply.text())
  }

  async signInByProvider(): Promise<void> {
    const begun = await this.#press('signin/identity', {})
    await this.#arrive(await this.signIn(begun, 'Mara'))
  }

  async signInByPassword(email: string): Promise<void> {
    await this.#press('callback/password', { email, password })
  }

  /** What the server asked of others by itself, by the last request's trace. */
  async callsOfLast(): Promise<number> {
    const reply = await fetch(`${this.base}/api/traces/${this.#lastTrace}`, {
      headers: { cookie: this.cookies() },
    })
    if (reply.status !== 200) throw new Error(await reply.text())
    const { spans } = Traced.parse(await reply.json())
    return spans.filter(
      ({ kind, name }) => kind === 'client' && /^(GET|POST) /.test(name),
    ).length
  }

  async #press(path: string, fields: Record<string, string>) {
    const asked = await this.open(`${this.base}/api/auth/csrf`)
    const { csrfToken } = Object(await asked.json())
    const reply = await this.open(`${this.base}/api/auth/${path}`, {
      ...fields,
      csrfToken: String(csrfToken),
      json: 'true',
    })
    const { url } = Object(await reply.json())
    if (reply.status !== 200 || typeof url !== 'string')
      throw new Error(`${path}: ${reply.status}`)
    return url
  }

  async #arrive(address: URL): Promise<void> {
    const reply = await this.open(address)
    const location = reply.headers.get('location') ?? ''
    if (reply.status !== 302 || location.includes('error'))
      throw new Error(`${address.pathname}: ${reply.status} ${location}`)
  }
}
