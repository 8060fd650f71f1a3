import type { WireMessage } from '@/contracts/trace'
import type { Crossing } from './exchange'
import { figure } from './time-scale'

/** `Left at 9.2 ms, arrives at 14.7 ms`: past or to come, as of `atMs`. */
export function journeyInWords(crossing: Crossing, atMs: number): string {
  const { leftMs, arrivedMs, fate } = crossing
  const said: string[] = []
  if (leftMs !== null) {
    said.push(`${leftMs <= atMs ? 'left' : 'leaves'} at ${figure(leftMs)} ms`)
  }
  if (fate === 'lost') said.push('reached nobody')
  else if (arrivedMs !== null) {
    const verb = arrivedMs <= atMs ? 'arrived' : 'arrives'
    said.push(`${verb} at ${figure(arrivedMs)} ms`)
  }
  const words = said.join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What is stamped on a ticket whose way is over at `atMs`. */
export function stampOf(crossing: Crossing, atMs: number): string | null {
  const { leftMs, arrivedMs, fate } = crossing
  if ((leftMs ?? arrivedMs ?? 0) > atMs) return null
  if (fate === 'lost') return 'line cut'
  if (arrivedMs !== null && arrivedMs > atMs) return null
  if (fate === 'refused') return 'refused'
  if (leftMs === null || arrivedMs === null) return 'received'
  return `in ${figure(Math.max(0, arrivedMs - leftMs))} ms`
}

/** `body 121 bytes`, or that there is none. */
export function bodyInWords({ body, bodyBytes }: WireMessage): string {
  if (bodyBytes === null && body === null) return 'body not recorded'
  const bytes = bodyBytes ?? 0
  if (bytes === 0 && !body) return 'no body'
  return `body ${bytes.toLocaleString('en')} ${bytes === 1 ? 'byte' : 'bytes'}`
}

/** The fields that tell something about this very message, best known first. */
const telling = [
  'content-type',
  'authorization',
  'cookie',
  'set-cookie',
  'idempotency-key',
  'location',
  'webhook-id',
  'webhook-timestamp',
  'webhook-signature',
  'last-event-id',
  'etag',
  'if-none-match',
  'retry-after',
  'ratelimit',
  'traceparent',
  'traceresponse',
  'server-timing',
]

type Fields = WireMessage['headers']

/** All header fields: those that tell something first, the others as sent. */
export function sortedFields(headers: Fields): {
  telling: Fields
  others: Fields
} {
  const rank = ([name]: Fields[number]) => telling.indexOf(name.toLowerCase())
  return {
    telling: headers
      .filter((field) => rank(field) >= 0)
      .sort((a, b) => rank(a) - rank(b)),
    others: headers.filter((field) => rank(field) < 0),
  }
}
