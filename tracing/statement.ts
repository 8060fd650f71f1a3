import type { ResultSet } from '@libsql/client'
import type { Row, SqlStatement, SqlValue } from '@/contracts/trace'
import { recorded } from '@/db/row-changes'
import { shapeNotes, type Noted } from './row-changes'
import type { Ran, Statement } from './row-notes'
import { withoutSecrets, type Visit } from './visit'

type Description = {
  name: string
  attributes: Record<string, string>
  /** Whether it may change rows that a trace shows. */
  isChanging: boolean
}
const descriptions = new Map<string, Description>()
const mostDescriptions = 500

/** `INSERT orders` and the attributes of a statement, found once a text. */
export function describe(sql: string): Description {
  const known = descriptions.get(sql)
  if (known) return known

  const operation = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? 'SQL'
  const table =
    /\b(?:from|into|update(?:\s+or\s+\w+)?)\s+"?((?!or\s)\w+)"?/i.exec(sql)?.[1]
  const description = {
    name: table ? `${operation} ${table}` : operation,
    attributes: {
      'db.system.name': 'sqlite',
      'db.operation.name': operation,
      'db.query.text': sql,
      ...(table ? { 'db.collection.name': table } : {}),
    },
    isChanging: isChanging(sql, operation, table),
  }
  if (descriptions.size < mostDescriptions) descriptions.set(sql, description)
  return description
}

function isChanging(sql: string, operation: string, table?: string): boolean {
  if (operation === 'WITH') return /\b(insert|update|delete)\b/i.test(sql)
  return (
    /^(INSERT|UPDATE|DELETE|REPLACE)$/.test(operation) &&
    recorded.has(table ?? '')
  )
}

const longestText = 400
const mostRows = 10

/** The values of a statement, in the order of their places. */
export function parametersOf({ args }: Statement): unknown[] {
  return Array.isArray(args) ? args : Object.values(args)
}

/** What is kept of a statement that ran, or of one that failed. */
export function statementOf(
  statement: Statement,
  visit: Visit,
  { result, notes }: Partial<Ran>,
): { sql: SqlStatement; noted?: Noted } {
  const show = (value: unknown) => shown(value, visit)
  const kept: SqlStatement = {
    text: statement.sql,
    parameters: parametersOf(statement).map(show),
    rowsReturned:
      result && result.columns.length > 0 ? result.rows.length : null,
    rowsAffected:
      result && result.columns.length === 0 ? result.rowsAffected : null,
    ...(result && result.rows.length > 0 ? { rows: rowsOf(result, show) } : {}),
  }
  const noted = notes && shapeNotes(notes, visit, show)
  return noted ? { sql: kept, noted } : { sql: kept }
}

/** The first rows of a result. A name that comes twice is numbered. */
function rowsOf(
  { columns, rows }: ResultSet,
  show: (value: unknown) => SqlValue,
): Row[] {
  const names = columns.map((name, at) => {
    const earlier = columns.slice(0, at).filter((one) => one === name).length
    return earlier === 0 ? name : `${name} (${earlier + 1})`
  })
  return rows.slice(0, mostRows).map((row) => {
    const shownRow: Row = {}
    names.forEach((name, at) => (shownRow[name] = show(row[at])))
    return shownRow
  })
}

function shown(value: unknown, visit: Visit): SqlValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Date) return Number(value)
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
    return `(${value.byteLength} bytes)`
  if (typeof value !== 'string') return typeof value
  const text = withoutSecrets(value, visit)
  return text.length > longestText
    ? `${text.slice(0, longestText)}… (${text.length} characters)`
    : text
}
