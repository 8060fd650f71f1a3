import { asc, desc, eq } from 'drizzle-orm'
import type { ListedOrder } from '@/contracts/n-plus-one'
import type { Database } from '@/db/client'
import { orderLines, orders } from '@/db/schema/orders'
import { dishes } from '@/db/schema/restaurants'
import type { Way } from './far-away'

/** One statement for the orders, and then one more for each of them. */
export async function listOneByOne(
  db: Database,
  way: Way,
): Promise<ListedOrder[]> {
  const all = await way.ask(async () =>
    db.select().from(orders).orderBy(desc(orders.placedAt)),
  )

  const list: ListedOrder[] = []
  for (const { id } of all) {
    const lines = await way.ask(async () =>
      db
        .select({ name: dishes.name, quantity: orderLines.quantity })
        .from(orderLines)
        .innerJoin(dishes, eq(dishes.id, orderLines.dish))
        .where(eq(orderLines.order, id))
        .orderBy(asc(orderLines.position)),
    )
    list.push({ id, lines })
  }
  return list
}
