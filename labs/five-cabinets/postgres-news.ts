/** What a tab asks the thread with PostgreSQL in it. */
export type PostgresAsk = { id: number; sql: string }

export type PostgresResult = {
  columns: string[]
  rows: string[][]
  hasMore: boolean
  changed: number | null
}

/** Where and why PostgreSQL refused, in its own words. */
export type PostgresRefusal = {
  message: string
  code: string | null
  detail: string | null
  hint: string | null
  /** The character that it stopped at, counted from 1; null for none. */
  position: number | null
}

export type PostgresNews =
  | {
      kind: 'ready'
      version: string
      package: string
      startMs: number
      bytes: number
    }
  | { kind: 'failed'; message: string }
  | { kind: 'results'; id: number; results: PostgresResult[]; ms: number }
  | { kind: 'refused'; id: number; refusal: PostgresRefusal; ms: number }
  | { kind: 'notice'; channel: string; payload: string }

/** So long a statement may run before its thread is ended. */
export const longestRunMs = 5_000

/** So much of a result is handed out of the thread. */
export const shownRows = 50
export const shownColumns = 12
export const shownCell = 160
