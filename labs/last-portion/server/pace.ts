import type { RaceTurn } from '@/contracts/last-portion'

/** A statement that is written and not yet sent: it is sent when awaited. */
export type Query<Result> = PromiseLike<Result> & {
  toSQL: () => { sql: string; params: unknown[] }
}

/** When a guest's program may go on: by hand, or as the clock has it. */
export type Pace = {
  /** Waits for its turn, then sends the statement. */
  send: <Result>(query: Query<Result>) => Promise<Result>
  /** Waits for its turn, before a statement that is sent by what follows. */
  before: (statement: string) => Promise<void>
}

type Told = Pick<RaceTurn, 'statement' | 'parameters' | 'read' | 'changed'>

/** A statement with what it read or changed, as a race tells it. */
export function toldOf(query: Query<unknown>, result: unknown): Told {
  const { sql, params } = query.toSQL()
  return {
    statement: sql,
    parameters: params.map((value) =>
      typeof value === 'number' || value === null ? value : String(value),
    ),
    read: readIn(result),
    changed: changedIn(result),
  }
}

/** BEGIN and COMMIT read nothing and change no row. */
export function toldOfText(statement: string): Told {
  return { statement, parameters: [], read: null, changed: null }
}

function readIn(result: unknown): number | null {
  const row: unknown = Array.isArray(result) ? result[0] : null
  return isObject(row) && typeof row['left'] === 'number' ? row['left'] : null
}

function changedIn(result: unknown): number | null {
  const changed = isObject(result) ? result['rowsAffected'] : null
  return typeof changed === 'number' ? changed : null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
