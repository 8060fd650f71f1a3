import type { Order } from '@/contracts/orders'
import { BrokenContractError } from '@/components/api-errors'
import { jsonRequest } from '@/components/json-request'
import { isOrder, isRecord } from '@/components/read-reply'
import { sendRequest, type ApiReply } from '@/components/send-request'
import { withSandbox } from '@/components/with-sandbox'
import { shown } from './questions'

/** A line of the phone’s screen: all that it needs of an order. */
export type Row = {
  id: string
  status: string
  totalMinor: number
  restaurant: string
  isOpen: boolean
}

/** A reply, by what was asked for, and how much came. */
type Message = { asked: string; bytes: number }

/** One way to fill the screen, and what it took. All of it is one trace. */
export type Filled = {
  rows: Row[]
  messages: Message[]
  tookMs: number
  traceId: string | null
}

/** The answer to a question of the reader’s own. */
export type Answered = {
  query: string
  sentBytes: number
  bytes: number
  /** Why there is no answer; empty where there is one. */
  errors: string[]
  data: unknown
  tookMs: number
  traceId: string | null
}

/** By names and verbs: the list first, then each restaurant that it names. */
export async function fillByNames(): Promise<Filled> {
  const ask = inOneTrace()
  const began = performance.now()
  const list = await ask(`/api/orders?limit=${shown}`)
  const orders = ordersIn(list.body)
  const slugs = [...new Set(orders.map(({ restaurant }) => restaurant.slug))]
  const houses = await Promise.all(
    slugs.map(async (slug) => {
      const reply = await ask(`/api/restaurants/${slug}`)
      return { slug, ...houseIn(reply.body), reply }
    }),
  )
  const tookMs = performance.now() - began
  return {
    rows: orders.map(({ id, status, total, restaurant }) => {
      const house = houses.find(({ slug }) => slug === restaurant.slug)
      return {
        id,
        status,
        totalMinor: total.amount,
        restaurant: restaurant.name,
        isOpen: house?.open ?? false,
      }
    }),
    messages: [
      { asked: `GET /api/orders?limit=${shown}`, bytes: bytesOf(list) },
      ...houses.map(({ slug, reply }) => ({
        asked: `GET /api/restaurants/${slug}`,
        bytes: bytesOf(reply),
      })),
    ],
    tookMs,
    traceId: list.traceId,
  }
}

/** With one question; what is wrong with it is a part of the answer. */
export async function askInGraphql(query: string): Promise<Answered> {
  const init = jsonRequest('POST', { query }, { accept: 'application/json' })
  const began = performance.now()
  const reply = await withSandbox(() => sendRequest('/api/graphql', init))
  const tookMs = performance.now() - began
  const { body, traceId } = reply
  if (!isRecord(body)) throw new BrokenContractError('not an answer')
  return {
    query,
    sentBytes: new TextEncoder().encode(init.body).length,
    bytes: bytesOf(reply),
    errors: messagesIn(body.errors),
    data: body.data ?? null,
    tookMs,
    traceId,
  }
}

/** The lines of the screen in an answer; null where it has another shape. */
export function rowsIn(data: unknown): Row[] | null {
  const page = isRecord(data) ? data.orders : null
  const items = isRecord(page) ? page.items : null
  if (!Array.isArray(items)) return null
  const rows = items.map(rowOf)
  return rows.every((row) => row !== null) ? rows : null
}

function rowOf(item: unknown): Row | null {
  if (!isRecord(item)) return null
  const { id, status, total, restaurant } = item
  if (typeof id !== 'string' || typeof status !== 'string') return null
  if (!isRecord(total) || !isRecord(restaurant)) return null
  const { name, open } = restaurant
  if (typeof total.amount !== 'number') return null
  if (typeof name !== 'string' || typeof open !== 'boolean') return null
  return {
    id,
    status,
    totalMinor: total.amount,
    restaurant: name,
    isOpen: open,
  }
}

/** Requests that one trace holds together, as a page that loads. */
function inOneTrace() {
  const hex = (bytes: number) =>
    Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('')
  const traceparent = `00-${hex(16)}-${hex(8)}-01`
  return (path: string) =>
    withSandbox(() => sendRequest(path, { headers: { traceparent } }))
}

export function ordersIn(body: unknown): Order[] {
  const items = isRecord(body) ? body.items : null
  if (!Array.isArray(items) || !items.every(isOrder))
    throw new BrokenContractError('not a list of orders')
  return items
}

function houseIn(body: unknown): { open: boolean } {
  if (!isRecord(body) || typeof body.open !== 'boolean')
    throw new BrokenContractError('not a restaurant')
  return { open: body.open }
}

function messagesIn(errors: unknown): string[] {
  return Array.isArray(errors)
    ? errors.map((error: unknown) =>
        isRecord(error) ? String(error.message) : String(error),
      )
    : []
}

function bytesOf({ wire }: ApiReply): number {
  return wire.bodyBytes ?? 0
}
