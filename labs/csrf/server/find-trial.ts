import { eq } from 'drizzle-orm'
import type { ForgeryDoor } from '@/contracts/csrf-choices'
import type { Experiment } from '@/contracts/csrf-lab'
import type { Database } from '@/db/client'
import { forgeries } from '@/db/schema/attacks'
import { NotFoundError } from '@/server/http/errors'

export type Trial = typeof forgeries.$inferSelect

const longestMs = 10 * 60 * 1000

/**
 * The experiment that a request was aimed at. Nobody is asked who they are: a
 * page of another site has nothing to show, and that is what is tried here.
 */
export async function findTrial(
  db: Database,
  door: ForgeryDoor,
  id: string,
): Promise<Trial> {
  const [trial] = await db.select().from(forgeries).where(eq(forgeries.id, id))
  const isOver = trial && Date.now() - trial.setUpAt > longestMs
  if (!trial || isOver || trial.door !== door)
    throw new NotFoundError('experiment')

  return trial
}

/** The visitor's two experiments, and what has arrived at each. */
export async function listTrials(db: Database): Promise<Experiment[]> {
  const rows = await db.select().from(forgeries)
  return rows.map(({ door, id, arrived, email, traceId }) => ({
    door,
    path: `/api/labs/csrf/${door}/${id}`,
    arrived,
    email,
    traceId: arrived ? traceId : null,
  }))
}
