import { parseJson } from '@/components/parse-json'
import { isRecord } from '@/components/read-reply'
import { isNewOrder, type Stop } from './send-ask'
import { nextOf } from './ways'

/** What became of a page that was turned while an order came in. */
export type Turned = {
  /** So many orders came in between the two pages. */
  between: number
  /** Orders that both pages show, and orders that neither does. */
  twice: string[]
  missed: string[]
  /** What the second page would begin with, were it found by counting. */
  byCounting: string | null
}

type Placed = { id: string; placedAt: string }

/**
 * The newest page that was turned while an order came in; null where none was.
 * An order is missed if a reply has told of it, its time lies between those of
 * the two pages, and neither has it.
 */
export function pageTurned(stops: readonly Stop[]): Turned | null {
  const second = stops.findLast(
    (stop) => stop.from === 'next' && between(stops, stop).length > 0,
  )
  const first = second && pageBefore(stops, second)
  if (!second || !first) return null

  const [one, two] = [ordersIn(first.said), ordersIn(second.said)]
  const came = between(stops, second)
  const [last, next] = [one.at(-1), two[0]]
  const known = stops.flatMap(({ said }) => ordersIn(said))
  const isBetween = ({ placedAt }: Placed) =>
    last !== undefined &&
    next !== undefined &&
    placedAt < last.placedAt &&
    placedAt > next.placedAt
  const counted = [...came, ...one, ...two][one.length]
  return {
    between: came.length,
    twice: two.filter(({ id }) => has(one, id)).map(({ id }) => id),
    missed: [...new Set(known.filter(isBetween).map(({ id }) => id))],
    byCounting: counted && has(one, counted.id) ? counted.id : null,
  }
}

/** Orders that were placed after a page was read, and before it was turned. */
function between(stops: readonly Stop[], second: Stop): Placed[] {
  const first = pageBefore(stops, second)
  if (!first) return []
  return stops
    .filter(({ number }) => number > first.number && number < second.number)
    .filter(isNewOrder)
    .flatMap(({ said }) => ordersIn(said))
    .reverse()
}

/** The page whose Link led to another. */
function pageBefore(stops: readonly Stop[], { path, number }: Stop) {
  return stops.findLast((stop) => stop.number < number && nextOf(stop) === path)
}

/** The orders that a reply tells of: a page of them, or one. */
function ordersIn(said: string): Placed[] {
  const body = parseJson(said)
  if (!isRecord(body)) return []
  const items: unknown[] = Array.isArray(body.items) ? body.items : [body]
  return items.flatMap((item) =>
    isRecord(item) && typeof item.placedAt === 'string'
      ? [{ id: String(item.id), placedAt: item.placedAt }]
      : [],
  )
}

function has(orders: readonly Placed[], id: string): boolean {
  return orders.some((one) => one.id === id)
}
