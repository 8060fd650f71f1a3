import { randomBytes } from 'node:crypto'
import { and, desc, eq, gt, inArray, lt, or, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accounts, sessions } from '@/db/schema/accounts'
import { sandboxes } from '@/db/schema/sandboxes'
import { env } from '@/env'
import { ProblemError } from '@/server/http/errors'
import { houseDatabase } from '@/server/http/visit'

const lifetimeMs = env.ACCOUNT_LIFETIME_SECONDS * 1000
/** That it is in use is written down every hour at most. */
const hourMs = 60 * 60 * 1000
const mostAtOnce = 20

/** An id for a session: 128 random bits. It opens nothing without a signature. */
export function newSessionId(): string {
  return `ses_${randomBytes(16).toString('hex')}`
}

/** The account of a session; null when it has ended, in whatever way. */
export async function findSession(
  db: Database,
  id: string,
): Promise<{ account: string; sandboxId: string } | null> {
  const [session] = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, id), gt(sessions.expiresAt, Date.now())))
  return session ?? null
}

/**
 * Holds a cookie or a token to its session: a signature shows that it was ours,
 * and only the row that nobody has signed out since. Keeps what is used.
 */
export async function requireSession(
  sandboxId: string,
  sessionId: string,
): Promise<void> {
  const db = houseDatabase()
  const [session] = await db
    .select()
    .from(sessions)
    .where(eq(sessions.id, sessionId))
  const now = Date.now()
  if (session?.sandboxId !== sandboxId || session.expiresAt <= now)
    throw new ProblemError('not-signed-in', 'You were signed out.', {
      headers: { 'WWW-Authenticate': 'Bearer realm="plateful"' },
    })
  const later = now + lifetimeMs
  if (later - session.expiresAt < Math.min(hourMs, lifetimeMs / 2)) return
  const expiresAt = later
  await db.update(sessions).set({ expiresAt }).where(eq(sessions.id, sessionId))
  await db
    .update(sandboxes)
    .set({ expiresAt })
    .where(eq(sandboxes.sandboxId, sandboxId))
}

/** Begins a session of an account; the oldest of many others ends. */
export async function openSession(
  db: Database,
  id: string,
  account: string,
  sandboxId: string,
): Promise<void> {
  const now = Date.now()
  const others = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.account, account))
    .orderBy(desc(sessions.startedAt))
  const old = others.slice(mostAtOnce - 1).map((one) => one.id)
  await db
    .delete(sessions)
    .where(or(lt(sessions.expiresAt, now), inArray(sessions.id, old)))

  const expiresAt = now + lifetimeMs
  await db
    .insert(sessions)
    .values({ id, account, sandboxId, startedAt: now, expiresAt })
}

/** Ends one session. */
export async function endSession(db: Database, id: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, id))
}

/** Removes an account, and lets its sandbox expire at once with all it holds. */
export async function removeAccount(
  db: Database,
  account: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    // The next sweep clears it; until then nobody can come in.
    await tx
      .update(sandboxes)
      .set({ expiresAt: 1, account: sql`null` })
      .where(eq(sandboxes.account, account))
    await tx.delete(accounts).where(eq(accounts.id, account))
  })
}

/** Ends every session of an account. */
export async function endSessions(
  db: Database,
  account: string,
): Promise<void> {
  await db.delete(sessions).where(eq(sessions.account, account))
}
