import { actors } from '@/contracts/oauth-lab-choices'
import type { Span, WireMessage } from '@/contracts/trace'
import type { Lane, Places } from './lanes'
import { fieldOf, targetOf } from './message-facts'

/** What a hop is in the course of a sign-in. */
export type HopKind =
  | 'begin'
  | 'sent-away'
  | 'discovery'
  | 'authorize'
  | 'form'
  | 'name'
  | 'code'
  | 'callback'
  | 'ask-for-tokens'
  | 'tokens'
  | 'keys'
  | 'ask-who'
  | 'who'
  | 'session'
  | 'home'
  | 'look'
  | 'seen'
  | 'inbox'
  | 'thanks'

/** One message on its way, or a question and its answer where both are short. */
export type Hop = {
  kind: HopKind
  from: Lane
  to: Lane
  /** Whether the answer comes back in the same hop. */
  isRoundTrip: boolean
  /** What was sent; null for a statement. */
  message: WireMessage | null
  /** What came back, where it is in the same hop. */
  answer: WireMessage | null
  /** The span that tells most about it: a step of whoever took the message. */
  span: Span
  atNs: bigint
  /** How long the other side took with it. */
  tookMs: number
}

type Part = {
  /** The end of the door's path. */
  path: RegExp
  at: Lane
  request: [HopKind, step?: string]
  response?: [HopKind, step?: string]
}

/** The doors of a sign-in, by their paths: Plateful's own, and its twin's. */
const parts: Part[] = [
  {
    path: /\/auth\/signin\/|\/twin\/[^/]+\/signin$/,
    at: 'server',
    request: ['begin'],
    response: ['sent-away', 'begin the sign-in'],
  },
  { path: /\/openid-configuration$/, at: 'auth', request: ['discovery'] },
  {
    path: /^GET .*\/authorize$/,
    at: 'auth',
    request: ['authorize', 'check the authorization request'],
    response: ['form'],
  },
  {
    path: /^POST .*(\/sign-in|\/authorize)$/,
    at: 'auth',
    request: ['name', 'find the person'],
    response: ['code', 'issue a code'],
  },
  {
    path: /\/callback(\/|$)/,
    at: 'server',
    request: ['callback', 'check the answer'],
    response: ['home', 'bring everything home'],
  },
  {
    path: /\/token$/,
    at: 'auth',
    request: ['ask-for-tokens', 'redeem the code'],
    response: ['tokens', 'sign the tokens'],
  },
  { path: /\/jwks$/, at: 'auth', request: ['keys', 'list the public keys'] },
  {
    path: /\/userinfo$/,
    at: 'auth',
    request: ['ask-who', 'check the access token'],
    response: ['who', 'find the person'],
  },
  {
    path: /\/me$|\/api\/auth\/session$/,
    at: 'server',
    request: ['look', 'find the session'],
    response: ['seen'],
  },
  {
    path: /\/inbox$/,
    at: 'attacker',
    request: ['inbox'],
    response: ['thanks'],
  },
]

/** Every hop of a trace between these lanes, in the order of time. */
export function hopsOf(spans: readonly Span[], places: Places): Hop[] {
  const byId = new Map(spans.map((span) => [span.spanId, span]))
  const hops = spans.flatMap((span) => {
    if (isExchange(span, spans)) return exchangeOf(span, spans, byId)
    return isSession(span) ? [statementHop(span)] : []
  })
  const seen = hops.filter(({ from, to }) => from in places && to in places)
  return seen.sort((a, b) => (a.atNs < b.atNs ? -1 : a.atNs > b.atNs ? 1 : 0))
}

/**
 * The side that was asked; the one that asked, where the other does not know
 * whose trace it is, and so left nothing in it.
 */
function isExchange({ kind, spanId, wire }: Span, spans: readonly Span[]) {
  if (kind === 'server') return true
  if (kind !== 'client' || !wire) return false
  return !spans.some(
    (other) => other.kind === 'server' && other.parentSpanId === spanId,
  )
}

type ById = ReadonlyMap<string, Span>

function exchangeOf(door: Span, spans: readonly Span[], byId: ById): Hop[] {
  const part = parts.find(({ path }) => path.test(door.name))
  const { request, response } = door.wire ?? {}
  if (!part || !request || !response) return []
  const caller = byId.get(door.parentSpanId ?? '')
  const isAsked = door.kind === 'server'
  const call = !isAsked ? door : caller?.kind === 'client' ? caller : null
  const from = senderOf(request, call, byId)
  const [startNs, endNs] = [timeOf(door), endOf(door)]
  const hop = {
    isRoundTrip: part.response === undefined,
    answer: part.response ? null : response,
    tookMs: Number(endNs - startNs) / 1e6,
  }
  const [kind, step] = part.request
  const asked: Hop = {
    ...hop,
    kind,
    from,
    to: part.at,
    // What the sender wrote says more: behind a proxy the address is another.
    message: call?.wire?.request ?? request,
    span: stepOf(door, step, spans),
    atNs: startNs,
  }
  if (!part.response) return [asked]
  const [answerKind, answerStep] = part.response
  const answered: Hop = {
    ...hop,
    kind: answerKind,
    from: part.at,
    to: from,
    message: response,
    span: stepOf(door, answerStep, spans),
    atNs: endNs,
  }
  return [asked, answered]
}

/** A step of a door; the one that failed, where one did; else the door. */
function stepOf(
  door: Span,
  name: string | undefined,
  spans: readonly Span[],
): Span {
  const steps = spans.filter(
    ({ parentSpanId, kind }) =>
      parentSpanId === door.spanId && kind === 'internal',
  )
  const failed = steps.find(({ status }) => status.code === 'error')
  return failed ?? steps.find((step) => step.name === name) ?? door
}

/** Whoever wrote it: a browser says so by its name, a server in its trace. */
function senderOf(request: WireMessage, call: Span | null, byId: ById): Lane {
  const agent = fieldOf(request, 'user-agent')
  if (agent === actors.attacker.agent) return 'attacker'
  if (agent === actors.guest.agent) return 'browser'
  let above = call && byId.get(call.parentSpanId ?? '')
  while (above && above.kind !== 'server')
    above = byId.get(above.parentSpanId ?? '')
  return above ? 'server' : 'browser'
}

function isSession({ kind, name }: Span): boolean {
  return kind !== 'server' && /^INSERT (twin_)?sessions$/.test(name)
}

function statementHop(span: Span): Hop {
  return {
    kind: 'session',
    from: 'server',
    to: 'data',
    isRoundTrip: true,
    message: null,
    answer: null,
    span,
    atNs: timeOf(span),
    tookMs: Number(endOf(span) - timeOf(span)) / 1e6,
  }
}

function timeOf({ startTimeUnixNano }: Span): bigint {
  return BigInt(startTimeUnixNano)
}

function endOf({ endTimeUnixNano }: Span): bigint {
  return BigInt(endTimeUnixNano)
}

/** The end of a path, as it stands on a tag: `/authorize`. */
export function shortPath(message: WireMessage): string {
  const { pathname } = targetOf(message)
  return pathname
    .replace(/^\/api\/identity|^\/api\/labs\/oauth\/twin\/[^/]+/, '')
    .replace(/^\/api\/auth\/(signin|callback|session)(\/identity)?$/, '/$1')
    .replace(/\/\.well-known\//, '/')
}
