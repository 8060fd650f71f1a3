import { desc, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { outbox } from '@/db/schema/messages'
import { orders } from '@/db/schema/orders'
import { NotFoundError } from '@/server/http/errors'

/** A message to the kitchen, as the outbox has it. */
export type Message = { id: string; body: string }

/** The message about the newest order of this sandbox; 404 without one. */
export async function findMessage(db: Database): Promise<Message> {
  const [found] = await db
    .select({ id: outbox.id, payload: outbox.payload })
    .from(outbox)
    .innerJoin(orders, eq(orders.id, outbox.order))
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(1)
  if (!found) throw new NotFoundError('message')
  return { id: found.id, body: JSON.stringify(found.payload) }
}
