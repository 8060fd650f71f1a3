import { and, desc, eq, lt, or } from 'drizzle-orm'
import type { PageRequest } from '@/contracts/http'
import type { Order } from '@/contracts/orders'
import type { Database } from '@/db/client'
import { orders } from '@/db/schema/orders'
import { ProblemError } from '@/server/http/errors'
import { completeOrders } from './get-order'

/** A page of the guest's orders, newest first, and where the next begins. */
export async function listOrders(
  db: Database,
  { limit, cursor }: PageRequest,
): Promise<{ items: Order[]; next: string | null }> {
  // One more than asked for: it tells whether there is a next page.
  const rows = await db
    .select()
    .from(orders)
    .where(cursor === null ? undefined : isOlderThan(cursor))
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(limit + 1)

  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: await completeOrders(db, page),
    next: last && rows.length > limit ? cursorOf(last) : null,
  }
}

/** A cursor names the last order of a page: when it was placed, and which. */
function cursorOf({ placedAt, id }: { placedAt: number; id: string }) {
  return Buffer.from(`${placedAt} ${id}`).toString('base64url')
}

function isOlderThan(cursor: string) {
  const text = Buffer.from(cursor, 'base64url').toString()
  const [, time, id] = /^(\d{1,15}) (ord_[0-9a-f]{24})$/.exec(text) ?? []
  if (time === undefined || id === undefined) throw new BadCursorError()

  const placedAt = Number(time)
  return or(
    lt(orders.placedAt, placedAt),
    and(eq(orders.placedAt, placedAt), lt(orders.id, id)),
  )
}

export class BadCursorError extends ProblemError {
  override name = 'BadCursorError'
  constructor() {
    super('malformed-request', 'The cursor is not one that a page gave out.')
  }
}
