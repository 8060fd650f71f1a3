import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '@/contracts/parts'
import type { Database } from '@/db/client'
import { deliveries } from '@/db/schema/deliveries'
import { events } from '@/db/schema/events'
import { NotFoundError, ProblemError } from '@/server/http/errors'
import { courierEvent } from './courier-event'

/**
 * A courier takes an offered delivery. The conditions are part of the update,
 * so of two couriers who want it one gets it.
 */
export async function takeDelivery(
  db: Database,
  by: Actor,
  order: string,
): Promise<void> {
  const at = Date.now()
  // The autopilot has no more to do until the food is ready.
  const due = by === 'autopilot' ? { autopilotAt: null } : {}

  await db.transaction(async (tx) => {
    const taken = await tx
      .update(deliveries)
      .set({ acceptedAt: at, ...due })
      .where(
        and(
          eq(deliveries.order, order),
          isNull(deliveries.acceptedAt),
          isNull(deliveries.withdrawnAt),
        ),
      )
    if (taken.rowsAffected === 0) await refuse(tx, order)

    await tx.insert(events).values(courierEvent('accepted', order, by, at))
  })
}

async function refuse(tx: Database, order: string): Promise<never> {
  const [delivery] = await tx
    .select()
    .from(deliveries)
    .where(eq(deliveries.order, order))
  if (!delivery) throw new NotFoundError('offer')
  throw new NotOnOfferError(delivery.withdrawnAt !== null)
}

export class NotOnOfferError extends ProblemError {
  override name = 'NotOnOfferError'
  constructor(isWithdrawn: boolean) {
    const detail = isWithdrawn
      ? 'The order was called off, and its delivery with it.'
      : 'Another courier has taken this delivery already.'
    super('illegal-transition', detail, { allowed: [] })
  }
}
