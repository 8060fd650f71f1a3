import type { NewOrder } from '@/contracts/orders'
import type { Span, WireMessage } from '@/contracts/trace'
import { parseJson } from '../parse-json'
import { isRecord } from '../read-reply'

/** The order that a trace tells of, and what its dishes were seen to cost. */
export type OrderSeen = {
  wish: NewOrder
  /** What Plateful keeps of it; null where nothing is, or a lab keeps it. */
  order: string | null
  prices: Readonly<Record<string, number>>
}

/** Null for a trace of anything else, or whose request was cut. */
export function orderSeen(spans: readonly Span[]): OrderSeen | null {
  for (const { kind, name, wire } of spans) {
    if (
      kind !== 'server' ||
      !/^POST \/api\/(orders|labs\/break-it)$/.test(name)
    )
      continue
    const wish = wishIn(parseJson(wire?.request?.body))
    if (wish)
      return { wish, order: orderIn(wire?.response), prices: pricesIn(spans) }
  }
  return null
}

function wishIn(body: unknown): NewOrder | null {
  if (!isRecord(body) || typeof body['restaurant'] !== 'string') return null
  const { restaurant, note } = body
  const lines = listIn(body, 'lines').flatMap(({ dish, quantity }) =>
    typeof dish === 'string' && typeof quantity === 'number'
      ? [{ dish, quantity }]
      : [],
  )
  if (lines.length === 0) return null
  return { restaurant, lines, ...(typeof note === 'string' ? { note } : {}) }
}

/** The id that the answer gave it. An answer is cut before it loses that. */
function orderIn(response: WireMessage | null | undefined): string | null {
  if (!response?.startLine.includes(' 201')) return null
  return /^\{"id":"(ord_\w+)"/.exec(response.body ?? '')?.[1] ?? null
}

/** From the menu that the server looked up, or the order that it answered. */
function pricesIn(spans: readonly Span[]): Record<string, number> {
  const prices: Record<string, number> = {}
  for (const { sql } of spans)
    for (const { id, price_minor: price } of sql?.rows ?? [])
      if (typeof id === 'string' && typeof price === 'number')
        prices[id] = price
  return prices
}

function listIn(
  body: Record<string, unknown>,
  name: string,
): Record<string, unknown>[] {
  const list = body[name]
  return Array.isArray(list) ? list.filter(isRecord) : []
}
