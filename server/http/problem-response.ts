import { problems } from '@/contracts/problems'
import type { Reply } from '@/contracts/http'
import {
  isBusy,
  isQueueFull,
  isStorageFull,
  isTooSlow,
  isUnreachable,
  quotaOf,
} from '@/db/database-errors'
import { BadVariablesError, env } from '@/env'
import { BrokenStatementError } from '@/server/sandbox/hindrance'
import { OAuthError, ProblemError } from './errors'

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
  if (isTooSlow(error))
    return new ProblemError(
      'database-too-slow',
      'The database took longer than there was time for. Nothing was kept.',
      { headers: { 'Retry-After': '1' } },
    )
  if (isQueueFull(error) || isBusy(error))
    return new ProblemError(
      'busy',
      isBusy(error)
        ? 'Another process holds the database. Nothing was changed.'
        : 'Too many writes are waiting. Nothing was changed.',
      { headers: { 'Retry-After': '1' } },
    )
  if (isUnreachable(error))
    return new ProblemError(
      'database-unreachable',
      'The database did not answer. Whether anything was changed is not known.',
      { headers: { 'Retry-After': '5' } },
    )
  // Asked for by the caller, so the log need not hear of it.
  if (isMadeToFail(error)) return unknownProblem()
  if (error instanceof BadVariablesError)
    return new ProblemError('not-configured', error.message)
  return null
}

/**
 * The one place where an error becomes a reply: `application/problem+json`
 * (RFC 9457), or what OAuth prescribes. What is not known is a bare 500; its
 * cause stays in the trace.
 */
export function problemReply(
  error: unknown,
  instance: string,
  traceId: string | undefined,
): Reply {
  if (error instanceof OAuthError) return oauthReply(error)
  const known = knownProblem(error)
  if (!known) console.error(error)
  const problem = known ?? unknownProblem()
  const { headers, ...members } = problem.extras
  return {
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

/** Not to be cached (RFC 6749, section 5.1); a browser goes on by GET (303). */
function oauthReply({ code, message, extras }: OAuthError): Reply {
  const { status = 400, headers = {}, redirectTo } = extras
  const cache = { 'Cache-Control': 'no-store' }
  if (redirectTo !== undefined)
    return { status: 303, headers: { ...cache, Location: redirectTo } }
  return {
    status,
    headers: { ...cache, Pragma: 'no-cache', ...headers },
    body: { error: code, error_description: message },
  }
}

function unknownProblem(): ProblemError {
  const detail = 'The request could not be completed.'
  return new ProblemError('internal-error', detail)
}

function isMadeToFail(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause)
    if (at instanceof BrokenStatementError) return true
  return false
}
