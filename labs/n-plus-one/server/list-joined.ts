import { asc, desc, eq } from 'drizzle-orm'
import type { ListedOrder } from '@/contracts/n-plus-one'
import type { Database } from '@/db/client'
import { orderLines, orders } from '@/db/schema/orders'
import { dishes } from '@/db/schema/restaurants'
import type { Way } from './far-away'

/** One statement for all: a row for each line, with its order beside it. */
export async function listJoined(
  db: Database,
  way: Way,
): Promise<ListedOrder[]> {
  const rows = await way.ask(async () =>
    db
      .select({
        id: orders.id,
        name: dishes.name,
        quantity: orderLines.quantity,
      })
      .from(orders)
      .innerJoin(orderLines, eq(orderLines.order, orders.id))
      .innerJoin(dishes, eq(dishes.id, orderLines.dish))
      .orderBy(desc(orders.placedAt), asc(orderLines.position)),
  )

  const list = new Map<string, ListedOrder>()
  for (const { id, name, quantity } of rows) {
    const order = list.get(id) ?? { id, lines: [] }
    order.lines.push({ name, quantity })
    list.set(id, order)
  }
  return [...list.values()]
}
