import type { Database } from '@/db/client'
import { events } from '@/db/schema/events'
import { tickets } from '@/db/schema/kitchen'
import type { Delivery } from './verify-delivery'

/**
 * Prints the ticket of a delivery, once: a webhook may come twice, its id says
 * so, and the second one changes nothing.
 */
export async function printTicket(
  db: Database,
  delivery: Delivery,
): Promise<void> {
  const { webhookId, order, lines, note } = delivery
  const printedAt = Date.now()

  await db.transaction(async (tx) => {
    const printed = await tx
      .insert(tickets)
      .values({ webhookId, order, lines, note, printedAt })
      .onConflictDoNothing()
    if (printed.rowsAffected === 0) return

    const at = new Date(printedAt).toISOString()
    const data = { order, ticket: webhookId, at }
    await tx
      .insert(events)
      .values({ kind: 'ticket.printed', order, data, createdAt: printedAt })
  })
}
