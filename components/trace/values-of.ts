import type { Row, Span, SqlValue } from '@/contracts/trace'
import { columnsOfParameters } from './sql-parameters'
import { statementOf } from './statement'

type KnownValue = {
  name: string
  value: SqlValue
  /** What is known about it: its type, or where it comes from. */
  about: string
}

/** Said elsewhere in the inspector, or of no interest to whoever reads code. */
const told = /^(?:code|db|thread|telemetry)\./

/** What the trace knows of the values on the lines that ran. */
export function valuesOf(span: Span): KnownValue[] {
  const statement = statementOf(span)
  if (statement) {
    return [
      ...parametersOf(statement).map(({ column, value, number }) => ({
        name: column ?? `?${number}`,
        value,
        about: 'sent',
      })),
      ...returnedValues(statement.rows ?? []),
    ]
  }
  return Object.entries(span.attributes)
    .filter(([name]) => !told.test(name))
    .map(([name, value]) => ({
      name,
      value: typeof value === 'number' ? value : String(value),
      about: Array.isArray(value) ? 'list' : typeof value,
    }))
}

type Parameter = {
  number: number
  column: string | null
  value: SqlValue
}

export function parametersOf({
  text,
  parameters,
}: {
  text: string
  parameters: readonly SqlValue[]
}): Parameter[] {
  const columns = parameters.length > 0 ? columnsOfParameters(text) : []
  return parameters.map((value, at) => ({
    number: at + 1,
    column: columns[at] ?? null,
    value,
  }))
}

/** One row is told by its columns; more than one stand in the Data view. */
function returnedValues(rows: readonly Row[]): KnownValue[] {
  const [row] = rows
  if (!row || rows.length > 1) return []
  return Object.entries(row).map(([name, value]) => ({
    name,
    value,
    about: 'returned',
  }))
}

/** The type of a value as SQLite names it. */
export function typeOf(value: SqlValue): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return 'text'
  return Number.isInteger(value) ? 'integer' : 'real'
}
