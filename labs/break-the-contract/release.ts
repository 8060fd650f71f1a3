import type { ContractFindings } from '@/contracts/break-the-contract'
import type { ContractChange } from '@/contracts/break-the-contract-choices'
import { ApiProblemError, BrokenContractError } from '@/components/api-errors'
import { jsonRequest } from '@/components/json-request'
import { anyAnswer } from '@/components/lab/any-answer'
import { inTurn } from '@/components/lab/in-turn'
import { parseJson } from '@/components/parse-json'
import { isOrder, isProblem, isRecord } from '@/components/read-reply'
import { responseMessage, sendRequest } from '@/components/send-request'
import { traceOf } from '@/components/trace-of'
import { withSandbox } from '@/components/with-sandbox'
import { dinner, screenOf } from './old-client'

/** What the phone shows: its lines, or that it broke. */
export type Screen = { lines: string[]; error: string | null }

/** One release of a change, and what everybody had to say to it. */
export type Release = {
  change: ContractChange
  isStrict: boolean
  status: number
  phone: Screen
  /** What it would show of the same order at the door as it is today. */
  meant: Screen | null
  findings: ContractFindings
  /** What the changed door found wrong with the phone’s question. */
  refused: { pointer: string; detail: string }[]
  traceId: string | null
}

const lab = '/api/labs/break-the-contract'

/** The phone orders at the changed door; then the contracts are compared. */
export async function release(
  change: ContractChange,
  isStrict: boolean,
): Promise<Release> {
  const traceparent = newTraceparent()
  const order = jsonRequest('POST', dinner(), { traceparent })
  const { response, text } = await withSandbox(() =>
    anyAnswer(`${lab}/orders?change=${change}`, order),
  )
  const { status, headers } = response
  const body = parseJson(text)
  // Anything else says nothing of contracts: no dish left, too many requests.
  if (isProblem(body) && status !== 422)
    throw new ApiProblemError(body, null, responseMessage(response, text))

  const answer = status === 201 ? body : null
  const trial = jsonRequest(
    'POST',
    { change, isStrict, answer },
    { traceparent },
  )
  const told = await inTurn(() => sendRequest(lab, trial))
  if (!areFindings(told.body)) throw new BrokenContractError('not findings')
  return {
    change,
    isStrict,
    status,
    phone: status === 201 ? shown(text) : refusal,
    meant: await asItIs(answer),
    findings: told.body,
    refused: isProblem(body) ? (body.errors ?? []) : [],
    traceId: traceOf(headers),
  }
}

/** The old program runs as it is. What it throws is what a guest would see. */
function shown(answer: string): Screen {
  try {
    return { lines: screenOf(answer), error: null }
  } catch (error) {
    return {
      lines: [],
      error: error instanceof Error ? error.message : 'failed',
    }
  }
}

/** What it has shown since March where an order was refused. */
const refusal: Screen = {
  lines: ['Something went wrong', 'Please try again later'],
  error: null,
}

/** The same order, read at the real door. */
async function asItIs(answer: unknown): Promise<Screen | null> {
  if (!isRecord(answer) || typeof answer.id !== 'string') return null
  const { body } = await sendRequest(`/api/orders/${answer.id}`)
  if (!isOrder(body)) throw new BrokenContractError('not an order')
  return shown(JSON.stringify(body))
}

function areFindings(value: unknown): value is ContractFindings {
  return (
    isRecord(value) &&
    Array.isArray(value.differences) &&
    Array.isArray(value.complaints)
  )
}

/** Both requests are one trace. */
function newTraceparent(): string {
  const hex = (bytes: number) =>
    Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('')
  return `00-${hex(16)}-${hex(8)}-01`
}
