import { problems, type ProblemSlug } from '@/contracts/problems'
import type { Reply } from '@/contracts/http'
import {
  isBusy,
  isQueueFull,
  isStorageFull,
  isUnreachable,
  quotaOf,
} from '@/db/database-errors'
import { BadVariablesError, env } from '@/env'
import { ProblemError } from './errors'

/** What went wrong, as a caller may know it; null when they may not. */
function knownProblem(error: unknown): ProblemError | null {
  if (error instanceof ProblemError) return error
  const quota = quotaOf(error)
  if (quota)
    return new ProblemError(
      'quota-exceeded',
      `This sandbox may hold no more ${quota}. Start over to empty it.`,
    )
  if (isStorageFull(error))
    return new ProblemError(
      'storage-full',
      'The disk is full. Nothing was changed, and reading goes on.',
      { headers: { 'Retry-After': '30' } },
    )
  if (isQueueFull(error) || isBusy(error))
    return new ProblemError(
      'busy',
      'Too many writes are waiting. Nothing was changed.',
      { headers: { 'Retry-After': '1' } },
    )
  if (isUnreachable(error))
    return new ProblemError(
      'database-unreachable',
      'The database did not answer. Whether anything was changed is not known.',
      { headers: { 'Retry-After': '5' } },
    )
  if (error instanceof BadVariablesError)
    return new ProblemError('not-configured', error.message)
  return null
}

/**
 * The one place where an error becomes a reply: `application/problem+json`
 * (RFC 9457). What is not known is a bare 500; its cause stays in the trace.
 */
export function problemReply(
  error: unknown,
  instance: string,
  traceId: string | undefined,
): Reply & { slug: ProblemSlug } {
  const known = knownProblem(error)
  if (!known) console.error(error)
  const problem =
    known ??
    new ProblemError('internal-error', 'The request could not be completed.')
  const { headers, ...members } = problem.extras
  return {
    slug: problem.slug,
    status: problem.status,
    headers: {
      ...headers,
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
    },
    body: {
      type: `${env.publicUrl}/problems/${problem.slug}`,
      title: problems[problem.slug].title,
      status: problem.status,
      detail: problem.message,
      instance,
      ...(traceId === undefined ? {} : { traceId }),
      ...members,
    },
  }
}
