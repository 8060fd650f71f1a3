import type { Row, RowChange, Span } from '@/contracts/trace'

/** What a statement changed. One that failed changed nothing. */
export function changesOf(span: Span): readonly RowChange[] {
  if (span.status.code === 'error') return []
  return span.sql?.changes ?? []
}

const column = String.raw`(?:"?\w+"?\.)?"?\w+"?`
const plainSelect = new RegExp(
  String.raw`^\s*select\s+(?:\*|${column}(?:\s*,\s*${column})*)` +
    String.raw`\s+from\s+"?(\w+)"?\s*(?:$|;|(?:where|order|limit)\b)`,
  'i',
)
const mixed = /\b(?:union|intersect|except|group)\b/i

/**
 * The rows of a table that a statement read, where it is certain that they are
 * such: plain columns of one table, the key among them. The key of a table that
 * nothing changed is not known, and not needed.
 */
export function readRowsOf(
  { sql, status }: Span,
  keys: ReadonlyMap<string, string[]>,
): { table: string; row: Row }[] {
  if (!sql?.rows?.length || status.code === 'error') return []
  const table = plainSelect.exec(sql.text)?.[1]
  if (!table || mixed.test(sql.text)) return []
  const key = keys.get(table) ?? []
  return sql.rows
    .filter((row) => key.every((name) => name in row))
    .map((row) => ({ table, row }))
}
