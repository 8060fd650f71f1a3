import { problems } from '@/contracts/problems'
import type { Database } from '@/db/client'
import { env } from '@/env'
import { ProblemError } from '@/server/http/errors'
import type { Changes } from './sources'
import type { Visit } from './visit'

/**
 * A refusal that the client can act on is a part of the answer, in its own
 * type, and not an error beside it: the client has to ask for it by name.
 */
export async function orProblem<Result>(
  visit: Visit,
  change: (db: Database, changes: Changes) => Promise<Result>,
) {
  try {
    if (!visit.changes) throw new Error('A change was not prepared for')
    return await change(visit.db, visit.changes)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    visit.outcome.isRefused = true
    return problemOf(error)
  }
}

function problemOf({ slug, status, message, extras }: ProblemError) {
  return {
    type: `${env.publicUrl}/problems/${slug}`,
    title: problems[slug].title,
    httpStatus: status,
    detail: message,
    errors: extras.errors ?? [],
    allowed: extras.allowed ?? [],
  }
}
