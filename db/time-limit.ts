import { setImmediate as nextTurn } from 'node:timers/promises'

/** Thrown when the database has not answered in time. */
export class DatabaseTooSlowError extends Error {
  override name = 'DatabaseTooSlowError'
  readonly code = 'DATABASE_TOO_SLOW'
}

/**
 * Waits for the database, but not for longer than this. What comes too late is
 * told so by `isLate`, and has to undo itself; nobody waits for it any more.
 */
export async function withinTimeLimit<Result>(
  limitMs: number,
  work: (isLate: () => boolean) => Promise<Result>,
): Promise<Result> {
  let isLate = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(async () => {
      // After a pause of the whole process the answer may be there already.
      await nextTurn()
      isLate = true
      reject(new DatabaseTooSlowError(`No answer within ${limitMs} ms`))
    }, limitMs)
  })
  try {
    return await Promise.race([work(() => isLate), tooLate])
  } finally {
    clearTimeout(timer)
  }
}
