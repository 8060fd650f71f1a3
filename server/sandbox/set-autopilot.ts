import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { deliveries } from '@/db/schema/deliveries'
import { orders } from '@/db/schema/orders'
import { sandboxes } from '@/db/schema/sandboxes'

/**
 * Turns the autopilot on or off for a sandbox. What is under way is looked at
 * again at once: those who play the parts find out what is to be done.
 */
export async function setAutopilot(
  db: Database,
  id: string,
  autopilot: boolean,
): Promise<void> {
  const autopilotAt = autopilot ? Date.now() : null
  const isOpen = inArray(orders.status, ['placed', 'accepted', 'cooking'])
  const isOnTheWay = and(
    isNull(deliveries.deliveredAt),
    isNull(deliveries.withdrawnAt),
  )
  await db.transaction(async (tx) => {
    await tx
      .update(sandboxes)
      .set({ autopilot })
      .where(eq(sandboxes.sandboxId, id))
    await tx
      .update(orders)
      .set({ autopilotAt })
      .where(and(eq(orders.sandboxId, id), isOpen))
    await tx
      .update(deliveries)
      .set({ autopilotAt })
      .where(and(eq(deliveries.sandboxId, id), isOnTheWay))
  })
}
