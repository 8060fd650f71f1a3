import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Client } from '@libsql/client'
import { sql } from 'drizzle-orm'
import type { IndexWay } from '@/contracts/index-lab'
import { longestMs, runsEach } from '@/contracts/index-sizes'
import { openDatabase, type Database } from '@/db/client'

/** Somebody who has ordered, however few orders there are. */
const guest = 'guest-00042'

/** What is asked, as the reader is shown it. */
export const question = `select * from orders where guest = '${guest}'`

/** All orders of one guest. */
export function findOrders(db: Database): Promise<unknown[]> {
  return db.all(sql`select * from orders where guest = ${guest}`)
}

/** How the database means to answer, in its own words. */
export async function explainSearch(db: Database): Promise<string[]> {
  const steps = await db.all<{ detail: string }>(
    sql`explain query plan select * from orders where guest = ${guest}`,
  )
  return steps.map(({ detail }) => detail)
}

/**
 * Asks the same question again and again, and takes the time of each answer.
 * While it works nobody else does, so others get their turn after every one,
 * and a server that is slow today ends with fewer.
 */
export async function measureSearch(client: Client): Promise<number[]> {
  const db = openDatabase(client)
  const timesMs: number[] = []
  const until = performance.now() + longestMs
  while (timesMs.length < runsEach && performance.now() < until) {
    await nextTurn()
    const began = performance.now()
    await findOrders(db)
    timesMs.push(round(performance.now() - began))
  }
  return timesMs
}

/**
 * How many rows a plan proves to be read: all of them for a scan without a
 * stop, those found for a search by equality, since an index keeps equal
 * values side by side. Any other plan proves nothing.
 */
export function provenRows(
  plan: readonly string[],
  rows: number,
  found: number,
): number | null {
  const [only = '', ...more] = plan
  if (more.length > 0) return null
  if (only === 'SCAN orders') return rows
  return /^SEARCH orders USING INDEX \w+ \(guest=\?\)$/.test(only)
    ? found
    : null
}

/** To the microsecond: what a clock says beyond that is noise. */
export function round(ms: number): number {
  return Math.round(ms * 1000) / 1000
}

/** The whole of one way, from what was asked and measured. */
export function wayOf(
  rows: number,
  plan: string[],
  rowsFound: number,
  timesMs: number[],
): IndexWay {
  const rowsRead = provenRows(plan, rows, rowsFound)
  return { plan, rowsRead, rowsFound, timesMs }
}
