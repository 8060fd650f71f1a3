import { count, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { tickets } from '@/db/schema/kitchen'

/** How many tickets the kitchen has printed of a message. */
export async function countTickets(db: Database, id: string): Promise<number> {
  const [row] = await db
    .select({ printed: count() })
    .from(tickets)
    .where(eq(tickets.webhookId, id))
  return row?.printed ?? 0
}
