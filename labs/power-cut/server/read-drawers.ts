import Database from 'libsql'
import * as z from 'zod'
import { Drawers } from '@/contracts/power-cut'

// The driver puts a note of its own on each row; here it is left out.
const Held = z.object(Drawers.shape)
const Integrity = z.object({ integrity_check: z.string() })

/** Opens the file and reads both tables, as anybody would after a restart. */
export function readDrawers(file: string) {
  const openedAt = performance.now()
  const database = new Database(file)
  try {
    const held = database
      .prepare(
        `SELECT portions, (SELECT count(*) FROM orders) AS orders
         FROM dishes WHERE id = 'miso-ramen'`,
      )
      .get()
    const checked = database.prepare('PRAGMA integrity_check').get()
    return {
      held: Held.parse(held),
      integrity: Integrity.parse(checked).integrity_check,
      reopenMs: performance.now() - openedAt,
    }
  } finally {
    database.close()
  }
}
