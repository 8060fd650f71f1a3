import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { openClient, type Database } from '@/db/client'

/** Each guest of the old orders has placed twelve or thirteen of them. */
const ordersPerGuest = 12.5
const batchSize = 1_000

/** A database in memory with one table; an index for each column named. */
export async function openTable(indexes: readonly string[]) {
  const client = openClient('file::memory:')
  await client.execute(`create table orders (
    id integer primary key,
    guest text not null,
    restaurant text not null,
    total_minor integer not null,
    placed_at integer not null
  )`)
  for (const column of indexes)
    await client.execute(
      `create index orders_by_${column} on orders (${column})`,
    )
  return client
}

/**
 * Writes so many orders, the same ones every time: all that looks like chance
 * is worked out from the order's number. Others get their turn in between.
 */
export async function writeOldOrders(db: Database, count: number) {
  const guests = Math.floor(count / ordersPerGuest)
  for (let from = 1; from <= count; from += batchSize) {
    await writeBatch(db, from, guests)
    await nextTurn()
  }
}

/** A thousand orders in one statement, from a number on. */
export async function writeBatch(db: Database, from: number, guests: number) {
  await db.run(sql`
    insert into orders (id, guest, restaurant, total_minor, placed_at)
    with recursive number(n) as (
      select ${from} union all
      select n + 1 from number where n + 1 < ${from + batchSize}
    )
    select
      n,
      printf('guest-%05d', n * 7919 % ${guests}),
      printf('restaurant-%02d', n * 31 % 40),
      900 + n * 6151 % 3100,
      1700000000000 + n * 61000
    from number`)
}
