import { LibsqlError } from '@libsql/client'
import type { Context, Span } from '@opentelemetry/api'
import { isHeldElsewhere } from '@/db/client'
import { isTooSlow } from '@/db/database-errors'
import { withinTimeLimit } from '@/db/time-limit'
import { env } from '@/env'
import { describe } from './statement'
import { stepOf, visitOf } from './visit'

export type Reach = {
  /** Where it is sent from: whose visit it is, and in which step. */
  from: Context
  sql: string
  /** Nobody else waits for it, and no time limit is held: see labs/break-it. */
  isThrowAway: boolean
  isPartOfMore?: boolean
  isWithin?: boolean
}

/**
 * Sends a visit's statement past what is to befall it, in the time that there
 * is for it, whether or not a trace is recorded. How a transaction ends is
 * waited for however long it takes: nobody could say what came of it.
 */
export function reach<Outcome>(
  { from, sql, isThrowAway, isPartOfMore = false, isWithin = false }: Reach,
  work: (isLate: () => boolean) => Promise<Outcome>,
  span?: Span,
): Promise<Outcome> {
  const visit = visitOf(from)
  if (!visit) return work(() => false)

  const send = async (isLate: () => boolean) => {
    const { isChanging } = describe(sql)
    const step = stepOf(from)
    await visit.hinder?.({ step, isChanging, isPartOfMore, isWithin }, span)
    if (isLate()) throw new Error('Nobody waits for this any more')
    return work(isLate)
  }
  const isEnd = /^(COMMIT|ROLLBACK)$/.test(sql)
  return isThrowAway || isEnd
    ? send(() => false)
    : withinTimeLimit(env.DATABASE_TIME_LIMIT_MS, send).catch(tellWhyLate)
}

/** What is late because another process holds the file is told as that. */
function tellWhyLate(error: unknown): never {
  throw isTooSlow(error) && isHeldElsewhere()
    ? new LibsqlError('database is locked', 'SQLITE_BUSY')
    : error
}
