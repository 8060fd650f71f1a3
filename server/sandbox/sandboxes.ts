import { randomBytes } from 'node:crypto'
import { count, eq, getTableName, lt, sql } from 'drizzle-orm'
import { Allowances } from '@/contracts/http'
import type { Database } from '@/db/client'
import { minuteMs, oneMore } from '@/db/minute-count'
import { events } from '@/db/schema/events'
import { replies } from '@/db/schema/idempotency'
import { tickets } from '@/db/schema/kitchen'
import { arrivals, rateLimits } from '@/db/schema/limits'
import { outbox } from '@/db/schema/messages'
import { orderLines, orders } from '@/db/schema/orders'
import { portions } from '@/db/schema/restaurants'
import { sandboxes } from '@/db/schema/sandboxes'
import { traces } from '@/db/schema/traces'
import { env } from '@/env'
import { ProblemError } from '@/server/http/errors'
import { untraced } from '@/tracing/current'

/** Everything a visitor owns, in an order that foreign keys allow. */
export const ownedTables = [
  traces,
  events,
  outbox,
  replies,
  tickets,
  portions,
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

const full = () => ({
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
  const allowances = await countArrival(db, address, now)
  await untraced(() => sweepSandboxes(db, now))
  await requireRoom(db)

  const id = newId('sbx')
  const expiresAt = now + env.SANDBOX_LIFETIME_SECONDS * 1000
  await db
    .insert(sandboxes)
    .values({ sandboxId: id, autopilot, createdAt: now, expiresAt, ...full() })
  return { id, expiresAt, allowances }
}

async function countArrival(
  db: Database,
  address: string,
  now: number,
): Promise<Allowances> {
  const [row] = await db
    .insert(arrivals)
    .values({ address, count: 1, resetsAt: now + minuteMs })
    .onConflictDoUpdate({
      target: arrivals.address,
      set: oneMore(arrivals, now),
    })
    .returning()
  const limit = env.LIMIT_SANDBOXES_PER_MINUTE
  const counted = row?.count ?? 1
  const resetMs = (row?.resetsAt ?? now + minuteMs) - now
  const resetSeconds = Math.max(1, Math.ceil(resetMs / 1000))
  const remaining = Math.max(0, limit - counted)
  const allowances = new Allowances([
    { name: 'sandboxes', limit, remaining, resetSeconds },
  ])
  if (counted <= limit) return allowances

  throw new ProblemError(
    'too-many-requests',
    `${limit} new sandboxes a minute may come from one address. The next minute begins in ${resetSeconds} s.`,
    { headers: { ...allowances.headers, 'Retry-After': String(resetSeconds) } },
  )
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
    .select({ id: sandboxes.sandboxId })
    .from(sandboxes)
    .where(lt(sandboxes.expiresAt, now))
    .limit(sweptAtOnce)
  for (const { id } of expired)
    await db.transaction(async (tx) => {
      await clear(tx, id)
      await tx.delete(rateLimits).where(eq(rateLimits.sandboxId, id))
      await tx.delete(sandboxes).where(eq(sandboxes.sandboxId, id))
    })
  await db.delete(arrivals).where(lt(arrivals.resetsAt, now))
  return expired.length
}

async function clear(tx: Database, id: string): Promise<void> {
  for (const table of ownedTables)
    await tx.run(
      sql`delete from ${sql.identifier(getTableName(table))} where sandbox_id = ${id}`,
    )
}

/** Empties a sandbox and gives it back its full quota; the id stays. */
export async function startOver(db: Database, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    await clear(tx, id)
    await tx.update(sandboxes).set(full()).where(eq(sandboxes.sandboxId, id))
  })
}
