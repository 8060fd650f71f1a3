/** The part of Hrana 2 and 3 over HTTP, in JSON, that this stand-in speaks. */

export type Value =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string }
  | { type: 'blob'; base64: string }

export type Stmt = {
  sql?: string
  sql_id?: number
  args?: Value[]
  named_args?: { name: string; value: Value }[]
  want_rows?: boolean
}

export type Condition =
  | { type: 'ok' | 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and' | 'or'; conds: Condition[] }
  | { type: 'is_autocommit' }

export type Batch = { steps: { stmt: Stmt; condition?: Condition | null }[] }

export type StreamRequest =
  | { type: 'execute'; stmt: Stmt }
  | { type: 'batch'; batch: Batch }
  | { type: 'sequence' | 'describe'; sql?: string; sql_id?: number }
  | { type: 'store_sql'; sql_id: number; sql: string }
  | { type: 'close_sql'; sql_id: number }
  | { type: 'get_autocommit' }
  | { type: 'close' }

export type Pipeline = { baton?: string | null; requests: StreamRequest[] }

export type StmtResult = {
  cols: { name: string; decltype: string | null }[]
  rows: Value[][]
  affected_row_count: number
  last_insert_rowid: string | null
}

/** What SQLite hands out when 64-bit integers are asked for. */
export type SqlValue = null | bigint | number | string | Buffer

/** An error of one request; the rest of the pipeline goes on. */
export class HranaError extends Error {
  override name = 'HranaError'
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message)
  }
}

/** As JSON has it; a number of the client's stays a float, as on the real server. */
export function readValue(value: Value): SqlValue {
  if (value.type === 'null') return null
  if (value.type === 'integer') return BigInt(value.value)
  if (value.type === 'blob') return Buffer.from(value.base64, 'base64')
  return value.value
}

export function writeValue(value: SqlValue): Value {
  if (value === null) return { type: 'null' }
  if (typeof value === 'bigint')
    return { type: 'integer', value: String(value) }
  if (typeof value === 'number') return { type: 'float', value }
  if (typeof value === 'string') return { type: 'text', value }
  return { type: 'blob', base64: value.toString('base64').replace(/=+$/, '') }
}
