import { eq, type SQL } from 'drizzle-orm'
import type { Sky } from '@/contracts/sky'
import type { Database } from '@/db/client'
import { deliveries } from '@/db/schema/deliveries'
import { courierFor, travelMsFor } from './city'

type Offer = {
  distanceM: number
  sky: Sky | null
  at: number
  dueAt: number | null
}

/** Offers the way of an accepted order to a courier. */
export async function offerDelivery(
  tx: Database,
  order: string,
  { distanceM, sky, at, dueAt }: Offer,
): Promise<void> {
  await tx.insert(deliveries).values({
    order,
    courier: courierFor(order),
    distanceM,
    travelMs: travelMsFor(distanceM, sky),
    sky,
    offeredAt: at,
    autopilotAt: dueAt,
  })
}

type Row = Omit<typeof deliveries.$inferInsert, 'order' | 'sandboxId'>
type Changes = { [Column in keyof Row]?: Row[Column] | SQL }

/** Writes down how far a delivery has come. */
export async function noteDelivery(
  tx: Database,
  order: string,
  changes: Changes,
): Promise<void> {
  await tx.update(deliveries).set(changes).where(eq(deliveries.order, order))
}
