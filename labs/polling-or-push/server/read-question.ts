import { NewsQuestion } from '@/contracts/polling-or-push'
import { ProblemError } from '@/server/http/errors'

/** What a page knows of an order, and how long it will wait for more. */
export function readQuestion(request: Request): NewsQuestion {
  const { searchParams } = new URL(request.url)
  const asked = NewsQuestion.safeParse(Object.fromEntries(searchParams))
  if (!asked.success)
    throw new ProblemError(
      'malformed-request',
      'Name the "order", the last id known "after", and 1 to 25 s to "wait".',
    )
  return asked.data
}
