import { and, eq, gt, isNotNull } from 'drizzle-orm'
import type { Part } from '@/contracts/parts'
import type { Shift } from '@/contracts/sandboxes'
import type { Database } from '@/db/client'
import { deliveries } from '@/db/schema/deliveries'
import { events } from '@/db/schema/events'
import { shifts } from '@/db/schema/members'
import { orders } from '@/db/schema/orders'

/** A screen that is open says so three times in it; a closed one no more. */
const shiftMs = 45_000

/** After a shift the autopilot lets a moment pass, and then goes on. */
const handBackMs = 2_000

/** A person plays a part from now on, or says that they still do. */
export async function takeShift(db: Database, part: Part): Promise<Shift> {
  const now = Date.now()
  const until = now + shiftMs

  await db.transaction(async (tx) => {
    const stillOn = await tx
      .update(shifts)
      .set({ until })
      .where(and(eq(shifts.part, part), gt(shifts.until, now)))
    if (stillOn.rowsAffected > 0) return

    await tx
      .insert(shifts)
      .values({ part, until })
      .onConflictDoUpdate({
        target: [shifts.sandboxId, shifts.part],
        set: { until },
      })
    await tx.insert(events).values(shiftEvent('started', part, now, until))
  })
  return { part, until: new Date(until).toISOString() }
}

/** The person goes; the autopilot takes over what lies there. */
export async function endShift(db: Database, part: Part): Promise<void> {
  const now = Date.now()

  await db.transaction(async (tx) => {
    const ended = await tx.delete(shifts).where(eq(shifts.part, part))
    if (ended.rowsAffected === 0) return

    await tx.insert(events).values(shiftEvent('ended', part, now, null))
    const autopilotAt = now + handBackMs
    const waiting = part === 'kitchen' ? orders : deliveries
    await tx
      .update(waiting)
      .set({ autopilotAt })
      .where(
        and(
          isNotNull(waiting.autopilotAt),
          gt(waiting.autopilotAt, autopilotAt),
        ),
      )
  })
}

function shiftEvent(
  what: 'started' | 'ended',
  part: Part,
  now: number,
  until: number | null,
) {
  const data = {
    part,
    until: until === null ? null : new Date(until).toISOString(),
    at: new Date(now).toISOString(),
  }
  return { kind: `shift.${what}`, data, createdAt: now }
}
