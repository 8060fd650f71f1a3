import { and, eq, getTableName, gte, or, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { people } from '@/db/schema/identity'
import { rateLimits } from '@/db/schema/limits'
import { invitations, members } from '@/db/schema/members'
import { sandboxes } from '@/db/schema/sandboxes'
import { sharedTraces } from '@/db/schema/shares'
import { env } from '@/env'
import { full, newId, ownedTables } from './sandboxes'

type Quota = Pick<
  typeof sandboxes.$inferSelect,
  'ordersLeft' | 'rowsLeft' | 'bytesLeft'
>

/**
 * Brings whoever signed in home: to the sandbox of their account, which is made
 * at the first time. What they have in the sandbox that they came with is moved
 * there, and that one is gone: no token that was given out before opens the new
 * one. Where there is no room for it, it stays and expires by itself.
 */
export async function moveIn(
  db: Database,
  account: string,
  visitorId: string | null,
): Promise<string> {
  const now = Date.now()
  const expiresAt = now + env.ACCOUNT_LIFETIME_SECONDS * 1000
  return db.transaction(async (tx) => {
    const found = await tx
      .select()
      .from(sandboxes)
      .where(
        or(
          eq(sandboxes.account, account),
          eq(sandboxes.sandboxId, visitorId ?? ''),
        ),
      )
    // A sandbox that is somebody's home is never moved.
    const visitor = found.find((one) => one.account === null)
    const known = found.find((one) => one.account === account)
    const home = known?.sandboxId ?? newId('sbx')
    if (!known)
      await tx.insert(sandboxes).values({
        sandboxId: home,
        autopilot: visitor?.autopilot ?? true,
        createdAt: now,
        expiresAt,
        account,
        ...full(),
      })
    const hasRoom = await takeRoom(tx, home, visitor ?? full(), expiresAt)
    if (visitor && hasRoom) await move(tx, visitor.sandboxId, home)
    return home
  })
}

/** What is moved counts at home as it counted before; false where it is full. */
async function takeRoom(
  tx: Database,
  home: string,
  { ordersLeft, rowsLeft, bytesLeft }: Quota,
  expiresAt: number,
): Promise<boolean> {
  const whole = full()
  const orders = Math.max(0, whole.ordersLeft - ordersLeft)
  const rows = Math.max(0, whole.rowsLeft - rowsLeft)
  const bytes = Math.max(0, whole.bytesLeft - bytesLeft)
  const taken = await tx
    .update(sandboxes)
    .set({
      expiresAt,
      ordersLeft: sql`${sandboxes.ordersLeft} - ${orders}`,
      rowsLeft: sql`${sandboxes.rowsLeft} - ${rows}`,
      bytesLeft: sql`${sandboxes.bytesLeft} - ${bytes}`,
    })
    .where(
      and(
        eq(sandboxes.sandboxId, home),
        gte(sandboxes.ordersLeft, orders),
        gte(sandboxes.rowsLeft, rows),
        gte(sandboxes.bytesLeft, bytes),
      ),
    )
  return taken.rowsAffected === 1
}

/** Of what there can be one only, such as a tally, that of home stays. */
async function move(tx: Database, from: string, to: string): Promise<void> {
  for (const table of [...ownedTables, people, sharedTraces]) {
    const name = sql.identifier(getTableName(table))
    await tx.run(
      sql`update or ignore ${name} set sandbox_id = ${to} where sandbox_id = ${from}`,
    )
    await tx.run(sql`delete from ${name} where sandbox_id = ${from}`)
  }
  for (const table of [members, invitations, rateLimits])
    await tx.delete(table).where(eq(table.sandboxId, from))
  await tx.delete(sandboxes).where(eq(sandboxes.sandboxId, from))
}
