import { setTimeout as sleep } from 'node:timers/promises'
import type { Hinder } from '@/tracing/visit'
import { markFault, type Faults } from './faults'

/** A statement that was made to fail. The reply tells no more of it than of any. */
export class BrokenStatementError extends Error {
  override name = 'BrokenStatementError'
  readonly code = 'FAULT_DB_FAIL_MIDWAY'
}

/**
 * What befalls a visit's statements on their way to the database. The slow one
 * waits before it enters the queue of writers, so nobody else waits with it.
 */
export function hindranceOf(faults: Faults): Hinder | undefined {
  const slow = faults.get('db-slow')
  const failing = faults.get('db-fail-midway')
  if (!slow && !failing) return undefined
  let wasSlow = false
  let changes = 0

  return async ({ step = '', isChanging, isPartOfMore, isWithin }, span) => {
    const isHere = !slow?.at || slow.at === step.replaceAll(/\W+/g, '-')
    if (slow && !wasSlow && !isWithin && isHere) {
      wasSlow = true
      markFault(slow, span)
      await sleep(slow.value)
    }
    if (!failing || !isChanging || !isPartOfMore) return
    changes += 1
    if (changes !== failing.value + 1) return
    markFault(failing, span)
    throw new BrokenStatementError('This statement was made to fail')
  }
}
