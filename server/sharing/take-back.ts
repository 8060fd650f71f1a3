import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { sharedTraces } from '@/db/schema/shares'
import { SharedTraceNotFoundError } from './share-errors'

/** Ends a share. The database sees to it that it is the caller's own. */
export async function takeBack(db: Database, id: string): Promise<void> {
  const gone = await db
    .delete(sharedTraces)
    .where(eq(sharedTraces.id, id))
    .returning({ id: sharedTraces.id })
  if (gone.length === 0) throw new SharedTraceNotFoundError()
}
