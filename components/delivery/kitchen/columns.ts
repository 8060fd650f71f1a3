import type { Order, OrderStatus } from '@/contracts/orders'

export type Columns = { fresh: Order[]; cooking: Order[]; out: Order[] }

/** So many that are over stay in sight. */
const mostOver = 6

const columnOf: Record<OrderStatus, keyof Columns> = {
  placed: 'fresh',
  accepted: 'cooking',
  cooking: 'cooking',
  ready: 'out',
  collected: 'out',
  delivered: 'out',
  cancelled: 'out',
  rejected: 'out',
}

/** The tickets as they hang in a kitchen: what waits longest comes first. */
export function columnsOf(orders: readonly Order[]): Columns {
  const oldestFirst = orders.toReversed()
  const out = oldestFirst.filter(({ status }) => columnOf[status] === 'out')
  const waiting = out.filter(({ status }) => status === 'ready')
  const gone = out.filter(({ status }) => status !== 'ready').toReversed()
  return {
    fresh: oldestFirst.filter(({ status }) => columnOf[status] === 'fresh'),
    cooking: oldestFirst.filter(({ status }) => columnOf[status] === 'cooking'),
    out: [...waiting, ...gone.slice(0, mostOver)],
  }
}

/** `0:21`, `12:04`, `1:02:04` */
export function ageWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
}
