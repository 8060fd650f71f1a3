/** A count as its row holds it (db/schema/limits). */
export type Count = {
  quota: number
  count: number
  before: number
  level: number | null
  passed: boolean
  resetsAt: number
}

type State = 'count' | 'before' | 'level' | 'passed' | 'resetsAt'

/**
 * A way to count against a quota. It is all SQL, so that one statement both
 * counts and decides: of two processes neither sees a count that is past.
 */
export type Algorithm = {
  name: string
  /** Whether it keeps tokens, not windows. */
  isBucket: boolean
  /** The row of whoever comes for the first time. */
  first: (quota: number) => Pick<Count, 'count' | 'before' | 'level'>
  /**
   * What an upsert sets in the row of whoever comes again, for windows of so
   * many milliseconds. A bare name is what the row holds; `excluded` is what
   * was to be written, and its `resets_at` is a window from now.
   */
  next: (windowMs: number) => Record<State, string>
  /** How many more may come at once, and in how many ms it is one more. */
  standing: (row: Count, windowMs: number, now: number) => Standing
}

export type Standing = {
  remaining: number
  nextMs: number
  /** As `remaining`, with the part of one that is there already. */
  level: number
}
