import type { Database } from '@/db/client'
import { sandboxes } from '@/db/schema/sandboxes'
import { ProblemError } from '@/server/http/errors'

/** Who is asking: the visitor whose sandbox the request has proven. */
export type Guest = { sandbox: string; autopilot: boolean; expiresAt: number }

/** The guest whose sandbox this is; 401 when it has expired or is gone. */
export async function requireGuest(db: Database): Promise<Guest> {
  const [sandbox] = await db.select().from(sandboxes)
  if (!sandbox || sandbox.expiresAt <= Date.now())
    throw new SandboxExpiredError()

  const { sandboxId, autopilot, expiresAt } = sandbox
  return { sandbox: sandboxId, autopilot, expiresAt }
}

/** As `requireGuest`, but null for a reader who has no sandbox yet. */
export async function findGuest(
  db: Database,
  sandboxId: string | null,
): Promise<Guest | null> {
  return sandboxId === null ? null : requireGuest(db)
}

export class SandboxExpiredError extends ProblemError {
  override name = 'SandboxExpiredError'
  constructor() {
    super(
      'sandbox-expired',
      'A sandbox is cleared a day after its last use, and this one was.',
      { headers: { 'WWW-Authenticate': 'Bearer realm="plateful"' } },
    )
  }
}
