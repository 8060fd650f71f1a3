import { sql } from 'drizzle-orm'
import type { Breach } from '@/contracts/write-and-read'
import type { Database } from '@/db/client'
import { orderLines } from '@/db/schema/orders'
import { knownLine } from './open-books'

type Line = typeof orderLines.$inferInsert

/** Lines that do not belong, each for one reason. */
const badLines: Partial<Record<Breach, Line>> = {
  'line-without-order': { ...knownLine, order: 'ord_nobody' },
  'same-line-twice': knownLine,
  'negative-quantity': { ...knownLine, position: 1, quantity: -2 },
}

/** One statement, with nothing in it that a reader has written. */
export async function sendBadRow(db: Database, breach: Breach) {
  const line = badLines[breach]
  if (line) await db.insert(orderLines).values(line)
  else if (breach === 'order-without-restaurant') await insertNoPlace(db)
  else await insertCheckedLine(db)
}

/** An order that no kitchen can cook. */
async function insertNoPlace(db: Database) {
  await db.run(sql`
    insert into orders (id, sandbox_id, restaurant, status, subtotal_minor,
      delivery_fee_minor, total_minor, placed_at, version)
    values ('ord_next', 'guest', null, 'placed', 0, 0, 0, 0, 1)`)
}

/** Two bowls fewer than none, in a table with a rule about it. */
async function insertCheckedLine(db: Database) {
  const { order, dish } = knownLine
  await db.run(sql`
    insert into checked_lines (order_id, position, dish, quantity)
    values (${order}, 1, ${dish}, -2)`)
}
