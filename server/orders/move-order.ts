import { and, eq } from 'drizzle-orm'
import type { Reply } from '@/contracts/http'
import {
  nextStatuses,
  type OrderStatus,
  type StatusChange,
} from '@/contracts/orders'
import type { Actor } from '@/contracts/parts'
import type { Database } from '@/db/client'
import { events } from '@/db/schema/events'
import { orders } from '@/db/schema/orders'
import { kitchenMoveAt } from '../autopilot/pace'
import { eventsOfMove } from './events-of-move'
import { followMove } from './follow-move'
import { getOrder, type VersionedOrder } from './get-order'
import {
  IllegalTransitionError,
  MovedMeanwhileError,
  StaleVersionError,
} from './move-errors'

/** Who moves an order, and whether the autopilot may go on from there. */
export type Mover = { by: Actor; autopilot: boolean }

/**
 * Moves an order to its next state. The version is part of the update, so of
 * two who move the same order one succeeds, and the other is told.
 */
export async function moveOrder(
  db: Database,
  mover: Mover,
  current: VersionedOrder,
  change: StatusChange,
): Promise<Reply> {
  const { order, version } = current
  const { status } = change
  requireStep(order.status, status)

  await db.transaction(async (tx) => {
    const at = Date.now()
    const autopilotAt = mover.autopilot ? kitchenMoveAt(status, at) : null
    const moved = await tx
      .update(orders)
      .set({ status, version: version + 1, autopilotAt })
      .where(and(eq(orders.id, order.id), eq(orders.version, version)))
    if (moved.rowsAffected === 0) await refuseSecondMove(tx, order.id, status)

    await tx.insert(events).values(eventsOfMove(order.id, mover, change, at))
    await followMove(tx, mover, current, { status, at })
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
