import { randomBytes } from 'node:crypto'
import { count, eq, getTableName, inArray, lt, sql } from 'drizzle-orm'
import type { Allowances } from '@/contracts/http'
import type { Database } from '@/db/client'
import { minuteMs } from '@/db/minute-count'
import { forgeries } from '@/db/schema/attacks'
import { deliveries } from '@/db/schema/deliveries'
import { events } from '@/db/schema/events'
import { reviews, signIns, tallies } from '@/db/schema/first-chapter'
import { logins } from '@/db/schema/logins'
import { replies } from '@/db/schema/idempotency'
import { accounts, progress, sessions } from '@/db/schema/accounts'
import { grants, people } from '@/db/schema/identity'
import { tickets } from '@/db/schema/kitchen'
import { arrivals, rateLimits } from '@/db/schema/limits'
import { invitations, members, shifts } from '@/db/schema/members'
import { outbox } from '@/db/schema/messages'
import { orderLines, orders } from '@/db/schema/orders'
import { portions } from '@/db/schema/restaurants'
import { sandboxes } from '@/db/schema/sandboxes'
import { sharedTraces } from '@/db/schema/shares'
import { traces } from '@/db/schema/traces'
import { breakers, weather, weatherKeptForMs } from '@/db/schema/weather'
import { env } from '@/env'
import { ProblemError } from '@/server/http/errors'
import { untraced } from '@/tracing/current'
import { countNewcomer } from './count-newcomer'

/** Everything a visitor owns, in an order that foreign keys allow. */
export const ownedTables = [
  traces,
  events,
  outbox,
  replies,
  tickets,
  portions,
  tallies,
  signIns,
  logins,
  forgeries,
  reviews,
  grants,
  shifts,
  deliveries,
  orderLines,
  orders,
]

export type OpenedSandbox = {
  id: string
  expiresAt: number
  allowances: Allowances
}

/** An id that nobody can guess: 128 random bits. */
export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(16).toString('hex')}`
}

export const full = () => ({
  ordersLeft: env.quota.orders,
  rowsLeft: env.quota.rows,
  bytesLeft: env.quota.bytes,
})

/**
 * Opens a sandbox for an address. 429 when the address opens too many a minute,
 * 503 when the house is full; the pages can be read all the same.
 */
export async function openSandbox(
  db: Database,
  address: string,
  autopilot: boolean,
): Promise<OpenedSandbox> {
  const now = Date.now()
  const allowances = await countNewcomer(db, address)
  await untraced(() => sweepSandboxes(db, now))
  await requireRoom(db)

  const id = newId('sbx')
  const expiresAt = now + env.SANDBOX_LIFETIME_SECONDS * 1000
  await db
    .insert(sandboxes)
    .values({ sandboxId: id, autopilot, createdAt: now, expiresAt, ...full() })
  return { id, expiresAt, allowances }
}

async function requireRoom(db: Database): Promise<void> {
  const [row] = await db.select({ open: count() }).from(sandboxes)
  const isFull =
    (row?.open ?? 0) >= env.QUOTA_SANDBOXES ||
    (await databaseBytes(db)) >= env.QUOTA_DATABASE_BYTES
  if (isFull)
    throw new ProblemError(
      'house-full',
      'As many sandboxes are open as this server keeps. Reading goes on.',
      { headers: { 'Retry-After': '600' } },
    )
}

/**
 * What the file holds: the room that swept sandboxes leave in it is used again.
 * A hosted database has its provider's own ceiling.
 */
async function databaseBytes(db: Database): Promise<number> {
  if (!env.databaseUrl.startsWith('file:')) return 0
  const [size] = await db.all<{ bytes: number }>(sql`
    select (page_count - freelist_count) * page_size as bytes
    from pragma_page_count, pragma_freelist_count, pragma_page_size`)
  return size?.bytes ?? 0
}

/** So many expired sandboxes are cleared at a time: a visitor waits for it. */
const sweptAtOnce = 4

/** Clears a few expired sandboxes. Whoever comes by does it; no clock is needed. */
export async function sweepSandboxes(
  db: Database,
  now: number,
): Promise<number> {
  const expired = await db
    .select({ id: sandboxes.sandboxId, account: sandboxes.account })
    .from(sandboxes)
    .where(lt(sandboxes.expiresAt, now))
    .limit(sweptAtOnce)
  for (const { id, account } of expired)
    await db.transaction(async (tx) => {
      await clear(tx, id)
      for (const table of [members, invitations, people, sessions, progress])
        await tx.delete(table).where(eq(table.sandboxId, id))
      await tx.delete(rateLimits).where(eq(rateLimits.sandboxId, id))
      await tx.delete(sandboxes).where(eq(sandboxes.sandboxId, id))
      // An account that nobody uses goes with what it has.
      if (account) await tx.delete(accounts).where(eq(accounts.id, account))
    })
  // A sliding window still looks at the one before it.
  await db.delete(arrivals).where(lt(arrivals.resetsAt, now - minuteMs))
  await db.delete(breakers).where(lt(breakers.resetsAt, now))
  await db.delete(weather).where(lt(weather.fetchedAt, now - weatherKeptForMs))
  // Shares outlive their sandbox: they go when nobody looks at them any more.
  const forgottenAt = now - env.SHARE_LIFETIME_SECONDS * 1000
  const forgotten = db
    .select({ id: sharedTraces.id })
    .from(sharedTraces)
    .where(lt(sharedTraces.seenAt, forgottenAt))
    .limit(sweptAtOnce)
  await db.delete(sharedTraces).where(inArray(sharedTraces.id, forgotten))
  return expired.length
}

async function clear(tx: Database, id: string): Promise<void> {
  for (const table of ownedTables)
    await tx.run(
      sql`delete from ${sql.identifier(getTableName(table))} where sandbox_id = ${id}`,
    )
}

/** Empties a sandbox, gives its quota back, and tells every screen of it. */
export async function startOver(db: Database, id: string): Promise<void> {
  const now = Date.now()
  const told = {
    kind: 'sandbox.emptied',
    data: { at: new Date(now).toISOString() },
  }
  await db.transaction(async (tx) => {
    await clear(tx, id)
    await tx.update(sandboxes).set(full()).where(eq(sandboxes.sandboxId, id))
    await tx.insert(events).values({ ...told, sandboxId: id, createdAt: now })
  })
}
