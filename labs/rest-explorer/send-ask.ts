import { anyAnswer } from '@/components/lab/any-answer'
import { traceOf } from '@/components/trace-of'
import { withSandbox } from '@/components/with-sandbox'

export type Field = readonly [name: string, value: string]

/** A request that can be pressed. */
export type Ask = {
  method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'OPTIONS'
  path: string
  /** What the page says in the head; the browser adds the rest. */
  fields: readonly Field[]
  body: string | null
  /** Where its address, or its method, was found. */
  from: 'start' | 'id' | 'location' | 'next' | 'allow' | 'same-address'
  /** Sent by the other window, which this one does not follow. */
  isElsewhere: boolean
}

/** A request and the whole of its answer, as the browser tells it. */
export type Stop = Ask & {
  /** Counts from 1, in the order of the answers. */
  number: number
  status: number
  /** HTTP/2 and HTTP/3 carry none. */
  reason: string
  told: readonly Field[]
  said: string
  bytes: number
  traceId: string | null
}

/** A stop before it has its place in the walk. */
export type Answered = Omit<Stop, 'number'>

/** Sends it to the backend itself. Whatever comes back is an answer. */
export async function sendAsk(ask: Ask): Promise<Answered> {
  const { method, path, fields, body } = ask
  const init = { method, headers: Object.fromEntries(fields), body }
  const { response, text } = await withSandbox(() => anyAnswer(path, init))
  const { status, statusText, headers } = response
  return {
    ...ask,
    status,
    reason: statusText,
    told: [...headers],
    said: text,
    bytes: new TextEncoder().encode(text).length,
    traceId: traceOf(headers),
  }
}

/** A field of the answer, whatever its letters; null where there is none. */
export function toldIn({ told }: Pick<Stop, 'told'>, name: string) {
  return told.find(([key]) => key.toLowerCase() === name)?.[1] ?? null
}

/** The same of what was asked. */
export function askedIn({ fields }: Pick<Ask, 'fields'>, name: string) {
  return fields.find(([key]) => key.toLowerCase() === name)?.[1] ?? null
}

/** An order that was not there before. */
export function isNewOrder(stop: Answered): boolean {
  return stop.method === 'POST' && stop.status === 201 && !isRepeat(stop)
}

/** The first answer once more, and no second order. */
export function isRepeat(stop: Answered): boolean {
  return toldIn(stop, 'idempotency-replayed') === 'true'
}
