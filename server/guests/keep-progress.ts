import { KeptProgress } from '@/contracts/accounts'
import type { Database } from '@/db/client'
import { progress } from '@/db/schema/accounts'

/** What was kept last; nothing at first. */
export async function findProgress(db: Database): Promise<KeptProgress> {
  const [row] = await db.select().from(progress)
  return KeptProgress.parse(row?.kept ?? {})
}

/** Keeps what a reader has read and answered, in the place of what was kept. */
export async function keepProgress(db: Database, kept: KeptProgress) {
  await db
    .insert(progress)
    .values({ kept })
    .onConflictDoUpdate({ target: progress.sandboxId, set: { kept } })
}
