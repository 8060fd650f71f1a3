import { timingSafeEqual } from 'node:crypto'
import { env } from '@/env'
import { ProblemError } from '@/server/http/errors'

/** Lets in a clock that knows the `CRON_SECRET`; to others nothing is here. */
export function requireClock(headers: Headers): void {
  const given = Buffer.from(headers.get('authorization') ?? '')
  const wanted = Buffer.from(`Bearer ${env.CRON_SECRET ?? ''}`)
  const isClock =
    env.CRON_SECRET !== undefined &&
    given.length === wanted.length &&
    timingSafeEqual(given, wanted)
  if (!isClock)
    throw new ProblemError('not-found', 'There is nothing at this address.')
}
