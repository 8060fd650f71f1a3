import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { Visitor } from '@/app/api/identity/test-visitor'
import { compare, state, type Result } from './results'
import { alternate } from './rounds'
import type { Server } from './start-server'
import { mediansOf } from './statistics'

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
  await new Visitor(base).register(email, password)
  const ways = {
    provider: (visitor: Visitor) => visitor.signInByProvider('Mara'),
    password: (visitor: Visitor) => visitor.signInByPassword(email, password),
  }
  const rounds = await alternate(['provider', 'password'], async (way) => {
    const done: Done[] = []
    for (let at = 0; at < signInsInRound; at++) {
      const visitor = new CountingVisitor(base)
      const began = performance.now()
      await ways[way](visitor)
      const ms = performance.now() - began
      const { requests } = visitor
      const calls = await visitor.callsOfLast()
      await visitor.requireAccount()
      done.push({ requests, ms, calls })
    }
    return mediansOf(done)
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

class CountingVisitor extends Visitor {
  requests = 0
  #lastTrace = ''

  override async open(address: string | URL, form?: Record<string, string>) {
    this.requests++
    const reply = await super.open(address, form)
    this.#lastTrace = reply.headers.get('traceresponse')?.split('-')[1] ?? ''
    return reply
  }

  /** What the server asked of others by itself, by the last request's trace. */
  async callsOfLast(): Promise<number> {
    const reply = await this.send('GET', `/api/traces/${this.#lastTrace}`)
    if (reply.status !== 200) throw new Error(await reply.text())
    const { spans } = Traced.parse(await reply.json())
    return spans.filter(
      ({ kind, name }) => kind === 'client' && /^(GET|POST) /.test(name),
    ).length
  }

  /** Throws unless somebody is signed in. */
  async requireAccount(): Promise<void> {
    const reply = await this.send('GET', '/api/account')
    if (reply.status !== 200) throw new Error(await reply.text())
  }
}
