import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import type { Login } from '@/contracts/session-lab'
import { whoLogsIn, type Device } from '@/contracts/session-lab-choices'
import type { Database } from '@/db/client'
import { logins } from '@/db/schema/logins'
import type { Guest } from '@/server/guests/require-guest'
import { ProblemError } from '@/server/http/errors'

/** Somebody who is logged in on a device, until a time (ms since 1970). */
export type LoggedIn = { name: string; device: Device; expiresAt: number }

/** Writes a session down, in the place of the device's last one; its new id. */
export async function writeLogin(
  db: Database,
  { member }: Guest,
  { device, seconds }: Login,
): Promise<LoggedIn & { id: string }> {
  const id = `ses_${randomBytes(16).toString('hex')}`
  const startedAt = Date.now()
  const expiresAt = startedAt + seconds * 1000
  const login = { name: whoLogsIn, idHash: hashOf(id), startedAt, expiresAt }
  await db
    .insert(logins)
    .values({ holder: holderOf(member), device, ...login })
    .onConflictDoUpdate({
      target: [logins.sandboxId, logins.holder, logins.device],
      set: login,
    })
  return { id, name: whoLogsIn, device, expiresAt }
}

/** Who has the session of this id; 401 when it was ended, in whatever way. */
export async function requireLogin(
  db: Database,
  id: string,
): Promise<LoggedIn> {
  const [login] = await db
    .select()
    .from(logins)
    .where(and(eq(logins.idHash, hashOf(id)), gt(logins.expiresAt, Date.now())))
  if (!login) throw new LoggedOutError()

  const { name, device, expiresAt } = login
  return { name, device, expiresAt }
}

/** Strikes out every session of this person; how many there were. */
export async function endLogins(
  db: Database,
  { member }: Guest,
): Promise<number> {
  const ended = await db
    .delete(logins)
    .where(eq(logins.holder, holderOf(member)))
  return ended.rowsAffected
}

function holderOf(member: Guest['member']): string {
  return member?.id ?? ''
}

function hashOf(id: string): Buffer {
  return createHash('sha256').update(id).digest()
}

export class LoggedOutError extends ProblemError {
  override name = 'LoggedOutError'
  constructor() {
    super('not-signed-in', 'No row of the table has this session.', {
      headers: { 'WWW-Authenticate': 'Bearer realm="session-or-token"' },
    })
  }
}
