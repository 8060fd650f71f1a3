import type { Order, OrderStatus } from '@/contracts/orders'
import { ApiProblemError } from '@/components/api-errors'
import type { KindWords } from '@/components/kind-words'
import { getOrder, moveOrder } from './delivery-api'
import { wordsForMoving } from './delivery-words'
import { rememberTrace } from './known-traces'
import { actorNames } from './order-progress'

/** What became of a press: the order as it is now, and what stood in the way. */
type Tried = { order: Order | null; problem: KindWords | null }

/**
 * Moves an order on if it is still where the reader saw it. Nothing is shown
 * before the server has said so, and whoever was faster is named.
 */
export async function tryMove(
  seen: Order,
  status: OrderStatus,
  reason?: string,
): Promise<Tried> {
  try {
    const current = await getOrder(seen.id)
    if (current.order.status !== seen.status)
      return { order: current.order, problem: movedMeanwhile(current.order) }
    const { moved, traceId } = await moveOrder(current, status, reason)
    rememberTrace(seen.id, status, traceId)
    return { order: moved.order, problem: null }
  } catch (error) {
    const now = error instanceof ApiProblemError ? await findNow(seen.id) : null
    const isElsewhere = now !== null && now.status !== seen.status
    const problem = isElsewhere
      ? movedMeanwhile(now)
      : await wordsForMoving(error)
    return { order: now, problem }
  }
}

/** The order as it is, or null where nobody can say. */
export async function findNow(id: string): Promise<Order | null> {
  const current = await getOrder(id).catch(() => null)
  return current?.order ?? null
}

function movedMeanwhile({ status, history }: Order): KindWords {
  const by = history.at(-1)?.by
  const who = by ? actorNames[by] : 'somebody else'
  return {
    title: 'It has moved on meanwhile',
    text: `A moment before you it was moved by ${who}. It is ${status} now, and your press changed nothing.`,
    way: { do: 'try-again', label: 'Look again', waitMs: 0 },
    href: '/problems/precondition-failed',
  }
}
