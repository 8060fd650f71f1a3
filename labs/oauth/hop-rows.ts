import type { Hop, HopKind } from './hops'
import {
  cookiesOf,
  factsOf,
  fieldOf,
  leadsTo,
  type Facts,
} from './message-facts'

/** A line beside a hop: a value of its message, or what follows from some. */
export type FactRow = {
  name: string
  value: string
  /** Told, not sent. */
  isRemark?: boolean
  /** What came of a comparison. */
  outcome?: 'good' | 'bad'
}

const none: Facts = new Map()

/** What is worth reading in a hop, held against the hops before it. */
export function rowsOf(hop: Hop, hops: readonly Hop[]): FactRow[] {
  const facts = hop.message ? factsOf(hop.message) : none
  return (builders[hop.kind] ?? (() => []))({ hop, hops, facts })
}

type Given = { hop: Hop; hops: readonly Hop[]; facts: Facts }
type Builder = (given: Given) => FactRow[]

const builders: Partial<Record<HopKind, Builder>> = {
  discovery({ hop }) {
    const told = hop.answer ? factsOf(hop.answer) : none
    return pick(told, {
      issuer: 'issuer',
      authorization_endpoint: 'browser to',
      token_endpoint: 'code to',
      jwks_uri: 'keys at',
    })
  },
  'sent-away'({ hop, facts }) {
    const kept = hop.message ? cookiesOf(hop.message) : none
    const sent = linkFacts(hop) ?? facts
    return [
      ...pick(sent, {
        state: 'state',
        nonce: 'nonce',
        code_challenge: 'challenge',
      }),
      ...[...kept]
        .filter(([name]) => /state|nonce|pkce|verifier/.test(name))
        .map(([name, value]) => ({
          name: 'cookie',
          value: `${name} ${value}`,
        })),
    ]
  },
  authorize: ({ facts }) =>
    pick(facts, {
      client_id: 'client',
      redirect_uri: 'answer to',
      scope: 'scope',
      state: 'state',
      nonce: 'nonce',
      code_challenge: 'challenge',
    }),
  name: ({ facts }) => pick(facts, { name: 'name', redirect_uri: 'answer to' }),
  code: ({ hop, facts }) => {
    const sent = linkFacts(hop) ?? facts
    return pick(sent, { code: 'code', state: 'state', iss: 'issuer' })
  },
  callback: ({ facts, hop, hops }) => [
    ...pick(facts, { code: 'code', state: 'state' }),
    ...stateRow(facts, hop, hops),
  ],
  'ask-for-tokens': proofRows,
  tokens: ({ facts }) =>
    pick(facts, {
      id_token: 'ID token',
      access_token: 'access token',
      expires_in: 'seconds',
    }),
  who: ({ facts }) => pick(facts, { sub: 'subject', name: 'name' }),
  seen: ({ facts }) => pick(facts, { name: 'name', detail: 'refused' }),
  inbox: ({ facts }) => pick(facts, { code: 'code', state: 'state' }),
  home({ hop }) {
    const { message } = hop
    if (!message) return []
    const set = [...cookiesOf(message)].map(([name, value]) => ({
      name: 'cookie',
      value: `${name} ${value}`,
    }))
    const location = fieldOf(message, 'location')
    return location === null
      ? set
      : [{ name: 'goes to', value: location }, ...set]
  },
}

/** The last hop of a kind before this one. */
function before(kind: HopKind, hop: Hop, hops: readonly Hop[]): Hop | null {
  return (
    hops.filter((one) => one.kind === kind && one.atNs < hop.atNs).at(-1) ??
    null
  )
}

function numberOf(hop: Hop, hops: readonly Hop[]): number {
  return hops.indexOf(hop) + 1
}

/** Whether the browser that brings an answer is the one that asked. */
function stateRow(facts: Facts, hop: Hop, hops: readonly Hop[]): FactRow[] {
  const asked = hops
    .filter((one) => one.kind === 'sent-away' && one.to === hop.from)
    .at(-1)
  const kept = asked && linkFacts(asked)?.get('state')
  if (!asked)
    return [remark('its cookie', 'none: this browser has not asked', 'bad')]
  if (kept === undefined) return [remark('its cookie', 'nothing is compared')]
  const at = `hop ${numberOf(asked, hops)}`
  return kept === facts.get('state')
    ? [remark(`from ${at}`, kept), remark('', `same as in ${at}`, 'good')]
    : [remark(`from ${at}`, kept), remark('', 'another state', 'bad')]
}

/** The verifier, and the challenge that the code was asked for with. */
function proofRows({ hop, hops, facts }: Given): FactRow[] {
  const asked = before('authorize', hop, hops)
  const challenge =
    asked?.message && factsOf(asked.message).get('code_challenge')
  const reply = hops.find((one) => one.kind === 'tokens' && one.atNs > hop.atNs)
  const isGranted = reply?.message?.startLine.includes(' 200 ') === true
  const verifier = facts.get('code_verifier')
  const sent = pick(facts, { code: 'code', code_verifier: 'verifier' })
  if (!challenge)
    return [
      ...sent,
      remark('challenge', 'none was sent', 'bad'),
      remark('', 'whoever has the code is believed', 'bad'),
    ]
  return [
    ...sent,
    ...(verifier ? [remark('SHA-256', 'fingerprint, base64url')] : []),
    {
      name: asked ? `from hop ${numberOf(asked, hops)}` : 'challenge',
      value: challenge,
    },
    isGranted
      ? remark('', 'same fingerprint, tokens granted', 'good')
      : remark('', 'another fingerprint, refused', 'bad'),
  ]
}

function remark(
  name: string,
  value: string,
  outcome?: FactRow['outcome'],
): FactRow {
  return { name, value, isRemark: true, ...(outcome ? { outcome } : {}) }
}

function pick(facts: Facts, names: Record<string, string>): FactRow[] {
  return Object.entries(names).flatMap(([key, name]) => {
    const value = facts.get(key)
    return value === undefined ? [] : [{ name, value }]
  })
}

/** What the address says that a reply sends the browser to. */
function linkFacts({ message }: Hop): Facts | null {
  const link = message && leadsTo(message)
  return link ? new Map(link.searchParams) : null
}
