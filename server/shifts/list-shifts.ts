import { gt } from 'drizzle-orm'
import type { Shift } from '@/contracts/sandboxes'
import type { Database } from '@/db/client'
import { shifts } from '@/db/schema/members'

/** The parts that people play now. */
export async function listShifts(db: Database): Promise<Shift[]> {
  const rows = await db
    .select()
    .from(shifts)
    .where(gt(shifts.until, Date.now()))
  return rows.map(({ part, until }) => ({
    part,
    until: new Date(until).toISOString(),
  }))
}
