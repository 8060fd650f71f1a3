import { sql } from 'drizzle-orm'
import type { OrderStatus } from '@/contracts/orders'
import type { Database } from '@/db/client'
import { deliveries } from '@/db/schema/deliveries'
import { noteDelivery, offerDelivery } from '../delivery/offer-delivery'
import { courierMoveAt } from '../autopilot/pace'
import { findSky } from '../weather/find-sky'
import type { VersionedOrder } from './get-order'
import type { Mover } from './move-order'
import { returnPortions } from './take-portions'

type Move = { status: OrderStatus; at: number }

/** What a move brings with it, in the same transaction. */
export async function followMove(
  tx: Database,
  { autopilot }: Mover,
  { order, distanceM }: VersionedOrder,
  { status, at }: Move,
): Promise<void> {
  const dueAt = autopilot ? courierMoveAt(status, at) : null

  switch (status) {
    case 'accepted': {
      const sky = await findSky(tx, order.restaurant.slug)
      return offerDelivery(tx, order.id, { distanceM, sky, at, dueAt })
    }
    case 'ready':
      return noteDelivery(tx, order.id, { autopilotAt: dueAt })
    case 'collected':
      return noteDelivery(tx, order.id, {
        collectedAt: at,
        acceptedAt: sql`coalesce(${deliveries.acceptedAt}, ${at})`,
        autopilotAt: autopilot ? sql`${at} + ${deliveries.travelMs}` : null,
      })
    case 'delivered':
      return noteDelivery(tx, order.id, { deliveredAt: at, autopilotAt: null })
    case 'cancelled':
    case 'rejected':
      await returnPortions(tx, order.lines)
      return noteDelivery(tx, order.id, { withdrawnAt: at, autopilotAt: null })
  }
}
