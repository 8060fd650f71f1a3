import type { SignedIn } from '@/contracts/engine'
import type { Database } from '@/db/client'
import { signIns } from '@/db/schema/first-chapter'

const hourMs = 60 * 60 * 1000

/** Writes down who is signed in, for an hour from now. */
export async function keepSignIn(
  db: Database,
  name: string,
): Promise<SignedIn> {
  const signedInAt = Date.now()
  const stay = { name, signedInAt, expiresAt: signedInAt + hourMs }
  await db
    .insert(signIns)
    .values(stay)
    .onConflictDoUpdate({ target: signIns.sandboxId, set: stay })

  return { name, expiresAt: new Date(stay.expiresAt).toISOString() }
}
