import { SpanKind } from '@opentelemetry/api'
import type { Database } from '@/db/client'
import { readFaults, travelling } from '@/server/sandbox/faults'
import { ownDatabase } from '@/server/sandbox/own-database'
import { noteClaims, ownClaim, type Claim } from '@/tracing/claims'
import { timeNow } from '@/tracing/clock'
import { enclose } from '@/tracing/recorder'
import { readTraceparent } from '@/tracing/trace-context'
import { ProblemError } from './errors'
import { post, type Post } from './post'
import { makeStep, type Step } from './step'
import { houseDatabase, inVisit, newVisit } from './visit'

type Task = {
  /** The key of the row that was claimed. */
  id: string
  sandboxId: string
  traceparent: string | null
  baggage?: string | null
  attempts?: number
}
type ChoreVisit = { db: Database; post: Post; step: Step }

/** So many tasks of a chore are under way at once. */
const atOnce = 4

/**
 * Work that nobody waits for. `claim` takes what is due from all sandboxes, so
 * that nobody else takes it too; each task then runs in its own sandbox, as a
 * part of the trace it belongs to. Repeats until nothing is due.
 */
export function chore<Due extends Task>(
  name: string,
  claim: (db: Database, most: number) => Promise<Due[]>,
  work: (visit: ChoreVisit, task: Due) => Promise<unknown>,
): () => Promise<void> {
  return async () => {
    for (;;) {
      const { result: due, claims } = await noteClaims(() =>
        claim(houseDatabase(), atOnce),
      )
      if (due.length === 0) return
      await Promise.all(
        due.map((task) => run({ name, task, work, claim: claims.at(-1) })),
      )
    }
  }
}

type Run<Due extends Task> = {
  name: string
  task: Due
  work: (visit: ChoreVisit, task: Due) => Promise<unknown>
  claim: Claim | undefined
}

/** A task begins with the statement that claimed it. */
async function run<Due extends Task>(running: Run<Due>): Promise<void> {
  const { name, task, work, claim } = running
  const parent = readTraceparent(task.traceparent)
  const visit = newVisit({
    door: name,
    sandboxId: task.sandboxId,
    flags: parent?.flags ?? 1,
    baggage: baggageOf(task),
  })
  const db = ownDatabase(houseDatabase(), task.sandboxId)
  const step = makeStep(() => {})
  const kind = SpanKind.PRODUCER
  const startTime = claim?.startTime
  await inVisit({ visit, parent, kind, startTime }, async (span) => {
    if (claim) enclose(span, ownClaim(claim, visit, task.id))
    try {
      await work({ db, post, step }, task)
    } catch (error) {
      // Somebody else was faster: the span says so, and nothing is broken.
      if (!(error instanceof ProblemError))
        console.error(`${name} failed:`, error)
    } finally {
      span.end(timeNow())
    }
  })
}

/** A restaurant that is away for so many tries is back for the next. */
function baggageOf({ baggage = null, attempts = 1 }: Task): string | null {
  const faults = readFaults(baggage)
  const away = faults.get('restaurant-offline')?.value ?? 0
  return attempts > away ? null : travelling(faults)
}
