import { setImmediate as nextTurn } from 'node:timers/promises'
import type { IndexCost } from '@/contracts/index-lab'
import { writesEach } from '@/contracts/index-sizes'
import { openDatabase } from '@/db/client'
import { openTable, writeBatch } from './old-orders'
import { round } from './search-orders'

/** None, the one that this lab searches by, and one on every column. */
const choices = [
  [],
  ['guest'],
  ['guest', 'restaurant', 'total_minor', 'placed_at'],
]

/** Writes the same orders into a table with few indexes, and with many. */
export async function measureWrites(): Promise<IndexCost> {
  const ways: IndexCost['ways'] = []
  for (const indexes of choices)
    ways.push({ indexes, timesMs: await measureInto(indexes) })
  return { ways }
}

/** Into a table in memory that is thrown away afterwards. */
async function measureInto(indexes: string[]): Promise<number[]> {
  const client = await openTable(indexes)
  try {
    const db = openDatabase(client)
    const timesMs: number[] = []
    for (let run = 0; run < writesEach.runs; run++) {
      await nextTurn()
      const began = performance.now()
      await writeBatch(db, 1 + run * writesEach.orders, 1_600)
      timesMs.push(round(performance.now() - began))
    }
    return timesMs
  } finally {
    client.close()
  }
}
