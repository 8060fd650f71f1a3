import { beforeAll, beforeEach, expect, test } from 'vitest'
import { GET as readSandbox } from '@/app/api/sandboxes/current/route'
import { GET as readTrace } from '@/app/api/traces/[traceId]/route'
import { ProvenTrial, SessionCookie, Specimen } from '@/contracts/jwt-lab'
import {
  tokenDeeds,
  tokenFormats,
  type TokenDeed,
  type TokenFormat,
} from '@/contracts/jwt-lab-choices'
import { Problem } from '@/contracts/problem'
import { tokenReasons, type TokenReason } from '@/contracts/token-reasons'
import { Trace } from '@/contracts/trace'
import { refusingLines } from '@/labs/jwt/refusing-lines'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import { makeToken } from '@/server/sandbox/credentials'
import { spanStore } from '@/tracing/span-store'
import { builtSources } from '@/tracing/sources'
import { GET, POST } from './route'
import { POST as makeSpecimen } from './tokens/route'

let guest: TestCaller
beforeAll(async () => {
  await startTestBackend()
})
beforeEach(async () => {
  guest = await TestCaller.make()
})

async function specimen(format: TokenFormat, deed: TokenDeed, by = guest) {
  const reply = await by.call(makeSpecimen, {
    method: 'POST',
    path: '/api/labs/jwt/tokens',
    body: { format, deed },
  })
  expect(reply.status).toBe(201)
  return Specimen.parse(await reply.json()).token
}

const judge = (token: string) =>
  guest.call(POST, { method: 'POST', path: '/api/labs/jwt', body: { token } })

/** Any other door, to which nobody has told that this is a lab. */
const knock = (token: string) =>
  call(readSandbox, {
    path: '/api/sandboxes/current',
    headers: { authorization: `Bearer ${token}` },
  })

const why: Record<Exclude<TokenDeed, 'genuine'>, [TokenReason, TokenReason]> = {
  longer: ['signature', 'signature'],
  neighbour: ['signature', 'signature'],
  none: ['algorithm', 'algorithm'],
  'own-key': ['signature', 'signature'],
  confused: ['signature', 'algorithm'],
  cut: ['signature', 'signature'],
  expired: ['expired', 'expired'],
  audience: ['audience', 'audience'],
  // A PASETO has no field for it: what it is for was signed along.
  type: ['type', 'signature'],
}
const forgeries = tokenFormats.flatMap((format, at) =>
  tokenDeeds
    .filter((deed) => deed !== 'genuine')
    .map((deed) => ({ format, deed, reason: why[deed][at] ?? 'form' })),
)

test.each(forgeries)(
  'a $format with the deed "$deed" is refused at every door: $reason',
  async ({ format, deed, reason }) => {
    const token = await specimen(format, deed)
    for (const reply of [await judge(token), await knock(token)]) {
      expect(reply.status).toBe(401)
      expect(reply.headers.get('www-authenticate')).toContain('invalid_token')
      const problem = Problem.parse(await reply.json())
      expect(problem.detail).toBe(tokenReasons[reason])
    }
  },
)

test.each(tokenFormats)(
  'a genuine %s is good at every door',
  async (format) => {
    const token = await specimen(format, 'genuine')
    const verdict = await judge(token)
    expect(verdict.status).toBe(200)
    const { isYours, expiresAt } = ProvenTrial.parse(await verdict.json())
    expect(isYours).toBe(true)
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(15 * 60_000)
    const opened = await knock(token)
    expect([opened.status, (await opened.json()).id]).toEqual([
      200,
      guest.sandboxId,
    ])
  },
)

test('a token of somebody else opens theirs, and says so', async () => {
  const other = await TestCaller.make()
  const verdict = await judge(await specimen('paseto', 'genuine', other))
  expect(await verdict.json()).toMatchObject({ isYours: false })
})

test('a token makes none that lasts longer than it does itself', async () => {
  const soon = Math.floor(Date.now() / 1000) + 30
  const authorization = `Bearer ${await makeToken(guest.sandboxId, soon)}`
  for (const format of tokenFormats) {
    const reply = await call(makeSpecimen, {
      method: 'POST',
      body: { format, deed: 'genuine' },
      headers: { authorization },
    })
    const { token } = Specimen.parse(await reply.json())
    const verdict = ProvenTrial.parse(await (await judge(token)).json())
    expect(Date.parse(verdict.expiresAt)).toBeLessThanOrEqual(soon * 1000)
  }
})

test.each(forgeries)(
  'the line that refused a $format ("$deed") is in the code of the step that failed',
  async ({ format, deed, reason }) => {
    const token = await specimen(format, deed)
    const reply = await judge(token)
    const [, traceId = ''] =
      reply.headers.get('traceresponse')?.split('-') ?? []
    await spanStore().flush()
    const read = await guest.call(readTrace, { params: { traceId } })
    const text = await read.text()
    const { spans } = Trace.parse(JSON.parse(text))
    const [failed, ...more] = spans.filter(
      ({ name, status }) => name.startsWith('check') && status.code === 'error',
    )
    expect(more).toEqual([])
    expect(failed?.name).toBe(
      format === 'jwt' ? 'check the JWT' : 'check the PASETO',
    )
    expect(failed?.status.message).toBe(tokenReasons[reason])
    const source = (await builtSources()).get(failed?.code?.hash ?? '')
    const lines = source?.lines ?? []
    expect(refusingLines(lines, reason).length).toBeGreaterThan(0)
    // Nothing that could be put together again is kept.
    const last = token.split('.').at(-1) ?? ''
    expect(text).not.toContain(token)
    if (last !== '') expect(text).not.toContain(last)
  },
)

test('a session cookie is told by its length and its header, and never whole', async () => {
  const parts = ['eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0', '', 'AAAAAAAA']
  const sealed = [...parts, 'secretciphertextsecret', 'tagtagtagtag'].join('.')
  const look = (cookie: string) =>
    call(GET, { path: '/api/labs/jwt', headers: { cookie } })
  const reply = await look(`session=${sealed}`)
  const text = await reply.text()
  expect(text).not.toContain('secretciphertext')
  expect(SessionCookie.parse(JSON.parse(text))).toEqual({
    name: 'session',
    found: {
      characters: sealed.length,
      masked: '… gtag',
      header: '{"alg":"dir","enc":"A256GCM"}',
      parts: [39, 0, 8, 22, 12],
    },
  })
  const none = await look('theme=dark')
  expect(await none.json()).toEqual({ name: 'session', found: null })
})

test('what is no wish is 422, and what is no token is 401', async () => {
  const wish = { format: 'jwt', deed: 'evil' }
  const refused = await guest.call(makeSpecimen, { method: 'POST', body: wish })
  expect(refused.status).toBe(422)
  expect((await judge('x'.repeat(5_000))).status).toBe(422)
  for (const token of ['...', 'a.b', 'v4.public.', 'v4.public.AA', 'v9.x.AA']) {
    const reply = await judge(token)
    expect(reply.status).toBe(401)
  }
})
