import type { CourierNote, KeptCourierNote } from '@/contracts/encrypt-lab'
import type { Database } from '@/db/client'
import { notes } from './drawer'

/** Writes the note down as it came, and gives back what stands in the row. */
export async function keepNote(
  db: Database,
  given: CourierNote,
): Promise<KeptCourierNote['row']> {
  const nonce = given.kind === 'sealed' ? given.nonce : null
  await db.insert(notes).values({ nonce, note: given.note })

  const [row] = await db.select().from(notes)
  return { nonce: row?.nonce ?? null, note: row?.note ?? '' }
}
