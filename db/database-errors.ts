/** Every code in an error and its causes: Drizzle wraps libSQL, which wraps SQLite. */
function* codesOf(error: unknown): Generator<string> {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') yield at.code
    yield at.message
  }
}

function mentions(error: unknown, pattern: RegExp): boolean {
  for (const code of codesOf(error)) if (pattern.test(code)) return true
  return false
}

/**
 * Another process holds the database; a libSQL server also ends a transaction
 * that took too long, or that nobody continued. Nothing of it was kept.
 */
export function isBusy(error: unknown): boolean {
  return mentions(
    error,
    /SQLITE_(BUSY|LOCKED)|database is locked|TRANSACTION_(BUSY|TIMEOUT)|STREAM_EXPIRED/,
  )
}

/** As many jobs wait already as may. */
export function isQueueFull(error: unknown): boolean {
  return mentions(error, /^QUEUE_FULL$/)
}

/** The database did not answer within the time that there was for it. */
export function isTooSlow(error: unknown): boolean {
  return mentions(error, /^DATABASE_TOO_SLOW$/)
}

/** The disk has no room, or the database may not grow any further. */
export function isStorageFull(error: unknown): boolean {
  return mentions(
    error,
    /SQLITE_(FULL|IOERR)|disk is full|disk I\/O error|ENOSPC|no space left/i,
  )
}

/** A remote database cannot be reached, or the way to it broke. */
export function isUnreachable(error: unknown): boolean {
  return mentions(
    error,
    /fetch failed|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|SERVER_ERROR/,
  )
}

/** Which of a sandbox's quotas a write ran into: orders, rows or bytes. */
export function quotaOf(error: unknown): string | null {
  for (const text of codesOf(error)) {
    const found = /CHECK constraint failed: quota_(\w+)/.exec(text)?.[1]
    if (found) return found
  }
  return null
}

/** The rule that a row would have broken, and what the database said; else null. */
export function constraintOf(
  error: unknown,
): { code: string; message: string } | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = 'extendedCode' in at ? at.extendedCode : undefined
    if (typeof code === 'string' && code.startsWith('SQLITE_CONSTRAINT'))
      return { code, message: at.message.replace(/^SQLITE_\w+: /, '') }
  }
  return null
}
