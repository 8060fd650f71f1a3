import type { Member, Part } from '@/contracts/parts'
import type { Database } from '@/db/client'
import { isStorageFull } from '@/db/database-errors'
import { sandboxes } from '@/db/schema/sandboxes'
import { env } from '@/env'
import { ProblemError } from '@/server/http/errors'
import { requirePart } from './require-part'

/** Who is asking: the visitor whose sandbox the request has proven. */
export type Guest = {
  sandbox: string
  autopilot: boolean
  expiresAt: number
  /** Who joined the sandbox; null for whoever opened it. */
  member: Member | null
}

const extendAfterMs = 10 * 60 * 1000

/**
 * The guest whose sandbox this is; 401 when it has expired or is gone, 403 for
 * a member whose part is another.
 */
export async function requireGuest(
  db: Database,
  member: Member | null = null,
  part?: Part,
): Promise<Guest> {
  const [sandbox] = await db.select().from(sandboxes)
  if (!sandbox || sandbox.expiresAt <= Date.now())
    throw new SandboxExpiredError()

  if (part) requirePart(member, part)
  const { sandboxId, autopilot } = sandbox
  const expiresAt = await extendStay(db, sandbox.expiresAt)
  return { sandbox: sandboxId, autopilot, expiresAt, member }
}

/** A sandbox in use lives on; it is written down every ten minutes at most. */
async function extendStay(db: Database, expiresAt: number): Promise<number> {
  const lifetimeMs = env.SANDBOX_LIFETIME_SECONDS * 1000
  const later = Date.now() + lifetimeMs
  if (later - expiresAt < Math.min(extendAfterMs, lifetimeMs / 2))
    return expiresAt

  try {
    await db.update(sandboxes).set({ expiresAt: later })
    return later
  } catch (error) {
    // With a full disk nobody stays longer, but everybody can still read.
    if (isStorageFull(error)) return expiresAt
    throw error
  }
}

/** As `requireGuest`, but null for a reader who has no sandbox yet. */
export async function findGuest(
  db: Database,
  sandboxId: string | null,
  member: Member | null = null,
): Promise<Guest | null> {
  return sandboxId === null ? null : requireGuest(db, member)
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
