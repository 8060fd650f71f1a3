import { asc, eq } from 'drizzle-orm'
import { OrderAsked, type JoinedRows } from '@/contracts/write-and-read'
import type { Database } from '@/db/client'
import { orderLines, orders } from '@/db/schema/orders'
import { dishes, restaurants } from '@/db/schema/restaurants'
import { NotFoundError, ProblemError } from '@/server/http/errors'

/** The order that the address names; 400 where it names none. */
export function readAsked(request: Request): string {
  const { searchParams } = new URL(request.url)
  const asked = OrderAsked.safeParse(Object.fromEntries(searchParams))
  if (asked.success) return asked.data.order
  throw new ProblemError('malformed-request', 'Name the "order" to be read.')
}

/** One of the guest's orders, its lines and its names, in one statement. */
export async function readJoined(
  db: Database,
  id: string,
): Promise<JoinedRows> {
  const rows = await db
    .select({
      order: orders.id,
      restaurant: restaurants.name,
      dish: dishes.name,
      quantity: orderLines.quantity,
      priceMinor: orderLines.priceMinor,
      totalMinor: orders.totalMinor,
    })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.order, orders.id))
    .innerJoin(dishes, eq(dishes.id, orderLines.dish))
    .innerJoin(restaurants, eq(restaurants.slug, orders.restaurant))
    .where(eq(orders.id, id))
    .orderBy(asc(orderLines.position))

  if (rows.length === 0) throw new NotFoundError('order')
  return { rows }
}
