import { and, eq, gt } from 'drizzle-orm'
import type { Part } from '@/contracts/parts'
import type { Database } from '@/db/client'
import { shifts } from '@/db/schema/members'
import { sandboxes } from '@/db/schema/sandboxes'

/** Until when a part is a person's; null when nothing will change by itself. */
export type Player = { isAutopilot: boolean; until: number | null }

/**
 * Who plays a part now: a person, until their shift is over; else the
 * autopilot, unless it is switched off.
 */
export async function findPlayer(db: Database, part: Part): Promise<Player> {
  const now = Date.now()
  const [shift] = await db
    .select()
    .from(shifts)
    .where(and(eq(shifts.part, part), gt(shifts.until, now)))
  if (shift) return { isAutopilot: false, until: shift.until }

  const [sandbox] = await db.select().from(sandboxes)
  return { isAutopilot: sandbox?.autopilot ?? false, until: null }
}
