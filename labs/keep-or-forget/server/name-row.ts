import { signIns } from '@/db/schema/first-chapter'
import type { Database } from '@/db/client'

const anHourMs = 60 * 60 * 1000

/** Writes the name into the row of this session, new or not. */
export async function keepRow(db: Database, name: string): Promise<void> {
  const signedInAt = Date.now()
  const row = { name, signedInAt, expiresAt: signedInAt + anHourMs }
  await db
    .insert(signIns)
    .values(row)
    .onConflictDoUpdate({ target: signIns.sandboxId, set: row })
}

/** The name in the row of this session, if there is one and it still holds. */
export async function nameInRow(db: Database): Promise<string | null> {
  const [row] = await db.select().from(signIns)
  return row && row.expiresAt > Date.now() ? row.name : null
}

/** Removes the row of this session. */
export async function dropRow(db: Database): Promise<void> {
  await db.delete(signIns)
}
