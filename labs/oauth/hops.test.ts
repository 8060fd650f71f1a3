import { expect, test } from 'vitest'
import type { Span, WireMessage } from '@/contracts/trace'
import { actors } from '@/contracts/oauth-lab-choices'
import { statementSpan, testSpan } from '@/components/trace/testing'
import { labelOf } from './hop-label'
import { rowsOf } from './hop-rows'
import { hopsOf as hopsBetween } from './hops'
import { attackPlaces, ownPlaces } from './lanes'

const hopsOf = (spans: Span[]) =>
  hopsBetween(spans, { ...attackPlaces, ...ownPlaces })

const message = (
  startLine: string,
  headers: [string, string][] = [],
  body: string | null = null,
): WireMessage => ({
  startLine,
  headers,
  body,
  bodyBytes: body === null ? null : body.length,
})
const site = 'http://127.0.0.1:3000'
const form: [string, string] = [
  'content-type',
  'application/x-www-form-urlencoded',
]
const json: [string, string] = ['content-type', 'application/json']

function door(
  id: string,
  parent: string | null,
  [startMs, endMs]: [number, number],
  name: string,
  request: WireMessage,
  response: WireMessage,
): Span {
  return testSpan(id, parent, startMs, endMs, {
    name,
    kind: 'server',
    wire: { request, response },
  })
}

/** As much of a sign-in as the page looks at. */
function signIn(challenge = 'the-challenge'): Span[] {
  const query = `client_id=plateful&state=s1&code_challenge=${challenge}`
  return [
    door(
      'a',
      null,
      [0, 4],
      'POST /api/auth/signin/{id}',
      message('POST /api/auth/signin/identity HTTP/1.1', [form], 'json=true'),
      message(
        'HTTP/1.1 200 OK',
        [json, ['set-cookie', 'sign-in-state=…abcd (300 characters); Path=/']],
        JSON.stringify({ url: `${site}/api/identity/authorize?${query}` }),
      ),
    ),
    door(
      'b',
      'a',
      [10, 12],
      'GET /api/identity/authorize',
      message(`GET /api/identity/authorize?${query} HTTP/1.1`),
      message('HTTP/1.1 200 OK', [['content-type', 'text/html']], '<form>'),
    ),
    door(
      'c',
      'a',
      [30, 40],
      'GET /api/auth/callback/{id}',
      message('GET /api/auth/callback/identity?code=…&state=s1 HTTP/1.1'),
      message('HTTP/1.1 302 Found', [
        ['location', `${site}/labs/oauth`],
        ['set-cookie', 'session=…wxyz (400 characters); Path=/'],
      ]),
    ),
    testSpan('step', 'c', 30, 38, { name: 'check the answer' }),
    testSpan('call', 'step', 31, 36, {
      name: 'POST /api/identity/token',
      kind: 'client',
    }),
    door(
      'd',
      'call',
      [32, 35],
      'POST /api/identity/token',
      message(
        'POST /api/identity/token HTTP/1.1',
        [form],
        'code=…&code_verifier=…(43 characters)',
      ),
      message('HTTP/1.1 200 OK', [json], '{"id_token":"…"}'),
    ),
    testSpan('redeem', 'd', 33, 34, { name: 'redeem the code' }),
    statementSpan(
      'e',
      'c',
      38,
      'insert into sessions values (?)',
      {},
      {
        name: 'INSERT sessions',
      },
    ),
  ]
}

test('a sign-in is told message by message, in the order of time', () => {
  const hops = hopsOf(signIn())
  expect(hops.map((hop) => [hop.from, hop.to, labelOf(hop)])).toEqual([
    ['browser', 'server', 'POST /signin'],
    ['server', 'browser', '200 go there + challenge'],
    ['browser', 'auth', 'GET /authorize + challenge + state'],
    ['auth', 'browser', '200 sign-in form'],
    ['browser', 'server', 'GET /callback + state + code'],
    ['server', 'auth', 'POST /token + verifier'],
    ['auth', 'server', '200 id_token'],
    ['server', 'data', 'INSERT sessions'],
    ['server', 'browser', '302 home + session'],
  ])
})

test('a hop leads to the step that took it', () => {
  const hops = hopsOf(signIn())
  const spanOf = (kind: string) =>
    hops.find((hop) => hop.kind === kind)?.span.name
  expect(spanOf('callback')).toBe('check the answer')
  expect(spanOf('ask-for-tokens')).toBe('redeem the code')
})

test('the step that refused is what both of its hops lead to', () => {
  const spans = signIn().map((span) =>
    span.spanId === 'redeem'
      ? { ...span, name: 'authenticate', status: { code: 'error' as const } }
      : span,
  )
  for (const kind of ['ask-for-tokens', 'tokens'])
    expect(hopsOf(spans).find((hop) => hop.kind === kind)?.span.spanId).toBe(
      'redeem',
    )
})

const toldAt = (spans: Span[], kind: string) => {
  const hops = hopsOf(spans)
  const hop = hops.find((one) => one.kind === kind)
  return hop ? rowsOf(hop, hops).map(({ value }) => value) : []
}

test('state and challenge are held against the hop that they came from', () => {
  expect(toldAt(signIn(), 'callback')).toContain('same as in hop 2')
  expect(toldAt(signIn(), 'ask-for-tokens')).toContain('the-challenge')
  expect(toldAt(signIn(), 'ask-for-tokens')).toContain(
    'same fingerprint, tokens granted',
  )
  expect(toldAt(signIn(''), 'ask-for-tokens')).toContain(
    'whoever has the code is believed',
  )
})

test('a browser of an attack is known by its name', () => {
  const agent: [string, string] = ['user-agent', actors.attacker.agent]
  const spans = [
    testSpan('call', null, 0, 5, { name: 'GET /signin', kind: 'client' }),
    door(
      'a',
      'call',
      [1, 4],
      'GET /api/labs/oauth/twin/{run}/signin',
      message('GET /api/labs/oauth/twin/1-2/signin HTTP/1.1', [agent]),
      message('HTTP/1.1 303 See Other', [['location', `${site}/x?state=s`]]),
    ),
  ]
  expect(hopsOf(spans).map((hop) => [hop.from, hop.to, labelOf(hop)])).toEqual([
    ['attacker', 'server', 'GET /signin'],
    ['server', 'attacker', '303 go there + state'],
  ])
})
