import type { Order } from '@/contracts/orders'
import { BrokenContractError, NotKnownError } from '@/components/api-errors'
import { jsonRequest } from '@/components/json-request'
import { anyAnswer } from '@/components/lab/any-answer'
import { parseJson } from '@/components/parse-json'
import { isOrder } from '@/components/read-reply'
import { traceOf } from '@/components/trace-of'
import { answerOf } from '@/components/wire/answer-of'
import { sendRaw } from '@/components/wire/send-raw'
import { withSandbox } from '@/components/with-sandbox'

/** One request and its answer, as the lab shows them. */
export type Reply = {
  status: number
  /** A status that came before the last, such as 100. */
  first: number
  reason: string
  headers: { get: (name: string) => string | null }
  /** The lines of the request that matter, and those of the answer. */
  asked: string[]
  told: string[]
  body: string
  traceId: string | null
  ms: number | null
}

/** The fields that carry the meaning of a status. */
const telling = [
  'location',
  'allow',
  'etag',
  'retry-after',
  'www-authenticate',
  'content-type',
]

const longestBody = 1_200

/** Asks as a page asks: with fetch, and whatever comes back is an answer. */
export async function ask(
  path: string,
  init: RequestInit = {},
): Promise<Reply> {
  const began = performance.now()
  const { response, text } = await withSandbox(() => anyAnswer(path, init))
  const { status, statusText, headers } = response
  return {
    status,
    first: status,
    reason: statusText,
    headers,
    asked: [
      `${init.method ?? 'GET'} ${path}`,
      ...Object.entries(init.headers ?? {}).map((pair) => pair.join(': ')),
      ...(typeof init.body === 'string' ? ['', cut(init.body)] : []),
    ],
    told: toldBy(status, statusText, (name) => headers.get(name)),
    body: shaped(text),
    traceId: path.endsWith('/share') ? null : traceOf(headers),
    ms: performance.now() - began,
  }
}

/** What fetch may not say goes through the door of the raw requests. */
export async function askRaw(...lines: string[]): Promise<Reply> {
  const { received, firstByteMs } = await sendRaw(lines.join('\r\n'))
  const answer = answerOf(received)
  if (!answer) throw new NotKnownError(false)
  const { status, reason, headers, before, body } = answer
  const isKnown = lines.some((line) => line.startsWith('Cookie'))
  const field = (name: string) => headers.get(name) ?? null
  return {
    status,
    first: before[0] ?? status,
    reason,
    headers: { get: field },
    asked: lines.map(cut),
    told: [
      ...before.map((code) => `HTTP/1.1 ${code} Continue`),
      ...toldBy(status, reason, field),
    ],
    body: shaped(body.replaceAll(/^[0-9a-f]+\r\n|\r\n0\r\n\r\n$/g, '')),
    traceId: isKnown ? answer.traceId : null,
    ms: firstByteMs,
  }
}

/** An order of the reader’s own, to do something with. */
export async function placeOrder(order: unknown): Promise<Order> {
  const init = jsonRequest('POST', order)
  const { text } = await withSandbox(() => anyAnswer('/api/orders', init))
  const body = parseJson(text)
  if (!isOrder(body)) throw new BrokenContractError('not an order')
  return body
}

function toldBy(
  status: number,
  reason: string,
  field: (name: string) => string | null,
): string[] {
  const lines = telling.flatMap((name) => {
    const value = field(name)
    return value === null ? [] : [`${name}: ${value}`]
  })
  return [`HTTP/1.1 ${status} ${reason}`.trim(), ...lines]
}

/** JSON on lines of its own, and not all of it where it is long. */
function shaped(body: string): string {
  const value = parseJson(body)
  return cut(value === undefined ? body : JSON.stringify(value, null, 2))
}

function cut(text: string): string {
  const left = text.length - longestBody
  return left <= 0
    ? text
    : `${text.slice(0, longestBody)}\n… and ${left.toLocaleString('en')} more characters`
}
