import type { Row, RowChange, SqlValue } from '@/contracts/trace'
import { recorded } from '@/db/row-changes'
import type { NotedChange } from './row-notes'

/** So many rows of one statement are kept; the rest is counted. */
export const mostChanges = 50

/**
 * Changes as a trace shows them: those of the visitor's own rows, and of rows
 * that belong to nobody. `show` cuts and masks a value.
 */
export function shapeChanges(
  noted: NotedChange[],
  sandboxId: string | null,
  show: (value: unknown) => SqlValue,
): { changes: RowChange[]; changesLeftOut?: number } {
  const own = noted.flatMap(({ table, before, after }) => {
    const { key = [], sandbox } = recorded.get(table) ?? {}
    const rows = { before: parse(before), after: parse(after) }
    const row = rows.after ?? rows.before
    const isForeign =
      sandbox !== undefined &&
      sandboxId !== null &&
      row?.[sandbox] !== sandboxId
    return isForeign ? [] : [{ table, key, ...rows }]
  })
  const changes = own.slice(0, mostChanges).map((change) => ({
    ...change,
    before: shapeRow(change.before, show),
    after: shapeRow(change.after, show),
  }))
  const changesLeftOut = own.length - changes.length
  return { changes, ...(changesLeftOut > 0 ? { changesLeftOut } : {}) }
}

type NotedRow = Record<string, unknown>

function parse(text: string | null): NotedRow | null {
  // Written by the triggers of db/row-changes, and by nobody else.
  return text === null ? null : (JSON.parse(text) as NotedRow)
}

function shapeRow(
  row: NotedRow | null,
  show: (value: unknown) => SqlValue,
): Row | null {
  if (!row) return null
  const shown: Row = {}
  for (const name in row) shown[name] = show(row[name])
  return shown
}
