import { and, eq } from 'drizzle-orm'
import type { Reply } from '@/contracts/http'
import { nextStatuses, type OrderStatus } from '@/contracts/orders'
import type { Database } from '@/db/client'
import { events } from '@/db/schema/events'
import { orders } from '@/db/schema/orders'
import { ProblemError } from '@/server/http/errors'
import { eventOf } from './event-of'
import { getOrder, type VersionedOrder } from './get-order'

/**
 * Moves an order to its next state. The version is part of the update, so of
 * two who move the same order one succeeds, and the other is told.
 */
export async function moveOrder(
  db: Database,
  { order, version }: VersionedOrder,
  status: OrderStatus,
): Promise<Reply> {
  requireStep(order.status, status)

  await db.transaction(async (tx) => {
    const moved = await tx
      .update(orders)
      .set({ status, version: version + 1 })
      .where(and(eq(orders.id, order.id), eq(orders.version, version)))
    if (moved.rowsAffected === 0) await refuseSecondMove(tx, order.id, status)

    await tx.insert(events).values(eventOf(order.id, status, Date.now()))
  })

  const moved = await getOrder(db, order.id)
  return { status: 200, body: moved.order, etag: moved.etag }
}

/** Somebody else was faster. What is left to say is where it stands now. */
async function refuseSecondMove(
  tx: Database,
  id: string,
  status: OrderStatus,
): Promise<never> {
  const { order } = await getOrder(tx, id)
  requireStep(order.status, status)
  throw new MovedMeanwhileError()
}

function requireStep(from: OrderStatus, to: OrderStatus): void {
  const allowed = nextStatuses[from]
  if (!allowed.includes(to)) throw new IllegalTransitionError(from, to)
}

/** Holds `If-Match` against the version that was read; 412 when it differs. */
export function requireVersion(request: Request, order: VersionedOrder): void {
  const wanted = request.headers.get('if-match')
  if (wanted === null || wanted.trim() === '*') return
  const tags = wanted.split(',').map((tag) => tag.trim())
  if (!tags.includes(order.etag)) throw new StaleVersionError(order.etag)
}

export class IllegalTransitionError extends ProblemError {
  override name = 'IllegalTransitionError'
  constructor(from: OrderStatus, to: OrderStatus) {
    const allowed = nextStatuses[from]
    const way = allowed.length > 0 ? allowed.join(' or ') : 'nowhere any more'
    const detail = `An order that is ${from} goes ${way}, not to ${to}.`
    super('illegal-transition', detail, { allowed })
  }
}

export class MovedMeanwhileError extends ProblemError {
  override name = 'MovedMeanwhileError'
  constructor() {
    const detail = 'Somebody else moved this order at the same moment.'
    super('precondition-failed', detail)
  }
}

export class StaleVersionError extends ProblemError {
  override name = 'StaleVersionError'
  constructor(etag: string) {
    super('precondition-failed', `The current version is ${etag}.`)
  }
}
