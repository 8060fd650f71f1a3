import type { SessionCookie, Specimen } from '@/contracts/jwt-lab'
import type { TokenDeed, TokenFormat } from '@/contracts/jwt-lab-choices'
import { tokenReasons, type TokenReason } from '@/contracts/token-reasons'
import type { WireMessage } from '@/contracts/trace'
import { askJudge } from '@/components/lab/ask-judge'
import { askLab } from '@/components/lab/ask-lab'
import { isRecord } from '@/components/read-reply'
import {
  exchange,
  responseMessage,
  sendRequest,
} from '@/components/send-request'

/** What became of a token that was sent. */
export type Verdict = {
  isGood: boolean
  /** Null for a token that is good. */
  reason: TokenReason | null
  /** The judging of it, in a trace that is the reader's. */
  traceId: string | null
  /** What a door answered that knows nothing of this lab. */
  reply: WireMessage
}

/** The door to which the token is shown as every client shows it. */
export const otherDoor = '/api/sandboxes/current'

/** A token of the reader's own sandbox, or one with which something is wrong. */
export async function fetchSpecimen(
  format: TokenFormat,
  deed: TokenDeed,
): Promise<Specimen> {
  const path = '/api/labs/jwt/tokens'
  const message = { format, deed }
  const { told } = await askLab({ path, message }, isSpecimen)
  return told
}

const judging = ['check the JWT', 'check the PASETO']

/** Sends it twice: to any other door, and to the one that shows its code. */
export async function sendToken(token: string): Promise<Verdict> {
  const { traceId, problem } = await askJudge(
    { path: '/api/labs/jwt', message: { token } },
    judging,
    isRecord,
  )
  const reason = problem ? reasonOf(problem.detail) : null
  return { isGood: !problem, reason, traceId, reply: await knock(token) }
}

export async function fetchCookie(): Promise<SessionCookie> {
  const { body } = await sendRequest('/api/labs/jwt')
  return isCookie(body) ? body : { name: 'session', found: null }
}

function reasonOf(detail: string): TokenReason {
  for (const reason of reasons)
    if (tokenReasons[reason] === detail) return reason
  return 'form'
}

const reasons = [
  'form',
  'algorithm',
  'signature',
  'type',
  'audience',
  'claim',
  'early',
  'expired',
] as const satisfies readonly TokenReason[]

async function knock(token: string): Promise<WireMessage> {
  const { response, text } = await exchange(otherDoor, {
    headers: { authorization: `Bearer ${token}` },
    // Nothing but the token is to say who this is.
    credentials: 'omit',
  })
  return responseMessage(response, text)
}

function isSpecimen(body: unknown): body is Specimen {
  return (
    isRecord(body) &&
    typeof body.token === 'string' &&
    typeof body.publicKey === 'string' &&
    typeof body.sealed === 'string'
  )
}

function isCookie(body: unknown): body is SessionCookie {
  return (
    isRecord(body) &&
    typeof body.name === 'string' &&
    (body.found === null ||
      (isRecord(body.found) && Array.isArray(body.found.parts)))
  )
}
