import { RunName, Serving } from '@/contracts/one-waiter'
import { ProblemError } from '@/server/http/errors'

/** Which request of which run this is, and how it is to be served. */
export function readServing(request: Request): Serving {
  const { searchParams } = new URL(request.url)
  const asked = Serving.safeParse(Object.fromEntries(searchParams))
  if (!asked.success)
    throw new ProblemError(
      'malformed-request',
      'Name the "way", the "run", and the "number" from 1 to 24.',
    )
  return asked.data
}

/** Which run is to end. */
export function readRun(request: Request): string {
  const { searchParams } = new URL(request.url)
  const asked = RunName.safeParse(Object.fromEntries(searchParams))
  if (!asked.success)
    throw new ProblemError('malformed-request', 'Name the "run".')
  return asked.data.run
}
