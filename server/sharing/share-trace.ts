import { randomBytes } from 'node:crypto'
import { count, sum } from 'drizzle-orm'
import { publicCopyOf } from '@/contracts/public-copy'
import type { Share } from '@/contracts/shared-trace'
import type { Trace } from '@/contracts/trace'
import type { Database } from '@/db/client'
import { sharedTraces } from '@/db/schema/shares'
import { env } from '@/env'
import type { Guest } from '../guests/require-guest'
import { ShareQuotaError } from './share-errors'
import { pack } from './pack-copy'

/**
 * Keeps a public copy of a trace, under an id that nobody can guess. What is
 * in it was decided by the same function that showed it to the guest before.
 */
export async function shareTrace(
  db: Database,
  guest: Guest,
  trace: Trace,
): Promise<Share> {
  const body = await pack(publicCopyOf(trace, guest.sandbox))
  const id = `shr_${randomBytes(16).toString('hex')}`
  const now = Date.now()

  await db.transaction(async (tx) => {
    await requireQuota(tx, body.length)
    await tx.insert(sharedTraces).values({
      id,
      copyOf: trace.traceId,
      body,
      bytes: body.length,
      createdAt: now,
      seenAt: now,
    })
  })
  return { id, url: `${env.publicUrl}/shared/${id}` }
}

/** Copies outlive their sandbox, so each sandbox may make only so many. */
async function requireQuota(tx: Database, added: number): Promise<void> {
  const [own] = await tx
    .select({ copies: count(), bytes: sum(sharedTraces.bytes) })
    .from(sharedTraces)
  const copies = own?.copies ?? 0
  const bytes = Number(own?.bytes ?? 0)
  if (copies >= env.QUOTA_SHARES || bytes + added > env.QUOTA_SHARE_BYTES)
    throw new ShareQuotaError(copies)
}
