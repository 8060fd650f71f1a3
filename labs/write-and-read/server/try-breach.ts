import { count, sql } from 'drizzle-orm'
import type { Breach, BreachOutcome } from '@/contracts/write-and-read'
import type { Database } from '@/db/client'
import { constraintOf } from '@/db/database-errors'
import { orderLines, orders } from '@/db/schema/orders'
import { sendBadRow } from './breaches'

/** Sends a row that does not belong, and tells what the database said. */
export async function tryBreach(
  db: Database,
  breach: Breach,
): Promise<BreachOutcome> {
  const rowsBefore = await countRows(db, breach)
  const refusal = await sendBadRow(db, breach).then(() => null, refusalOf)
  const rowsAfter = await countRows(db, breach)
  return {
    isRefused: refusal !== null,
    code: refusal?.code ?? null,
    message: refusal?.message ?? null,
    rowsBefore,
    rowsAfter,
  }
}

/** Only a rule of the tables is an answer; anything else is a fault of ours. */
function refusalOf(error: unknown) {
  const refusal = constraintOf(error)
  if (!refusal) throw error
  return refusal
}

async function countRows(db: Database, breach: Breach): Promise<number> {
  if (breach === 'negative-quantity-checked') {
    const [checked] = await db.all<{ rows: number }>(
      sql`select count(*) as rows from checked_lines`,
    )
    return checked?.rows ?? 0
  }
  const table = breach === 'order-without-restaurant' ? orders : orderLines
  const [counted] = await db.select({ rows: count() }).from(table)
  return counted?.rows ?? 0
}
