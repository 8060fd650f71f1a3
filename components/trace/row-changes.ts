import type { Row, RowChange } from '@/contracts/trace'

/** The rows of one table that a statement changed. */
export type ChangedTable = {
  name: string
  columns: string[]
  /** One for each row: as it was before all of it, and as it is after. */
  changes: RowChange[]
  changed: number
  added: number
  removed: number
}

/**
 * Each table with what became of its rows. The table that a statement names
 * comes first; in the others a trigger or a cascade was at work.
 */
export function changedTables(
  changes: readonly RowChange[],
  named?: string,
): ChangedTable[] {
  const tables = new Map<string, RowChange[]>()
  if (changes.some(({ table }) => table === named)) tables.set(named ?? '', [])
  for (const change of changes) {
    const those = tables.get(change.table)
    if (those) those.push(change)
    else tables.set(change.table, [change])
  }
  return [...tables].map(([name, all]) => {
    const changes = netChanges(all)
    return {
      name,
      columns: orderedColumns(changes),
      changes,
      changed: changes.filter(({ before, after }) => before && after).length,
      added: changes.filter(({ before }) => !before).length,
      removed: changes.filter(({ after }) => !after).length,
    }
  })
}

/** A row that was changed more than once, told by its beginning and its end. */
function netChanges(changes: readonly RowChange[]): RowChange[] {
  const rows: RowChange[] = []
  const latest = new Map<string, RowChange>()
  for (const change of changes) {
    const before = change.before && idOf(change, change.before)
    const known = before === null ? undefined : latest.get(before)
    const row = known ?? { ...change }
    if (known) row.after = change.after
    else rows.push(row)
    if (before !== null) latest.delete(before)
    if (change.after) latest.set(idOf(change, change.after), row)
  }
  return rows.filter(({ before, after }) => before ?? after)
}

function idOf({ key }: RowChange, row: Row): string {
  return JSON.stringify(key.map((column) => row[column] ?? null))
}

/** Whether a column of a row is another after the change. */
export function isChanged({ before, after }: RowChange, column: string) {
  return before?.[column] !== after?.[column]
}

/**
 * The columns as the table has them. In a wide table where rows were changed,
 * the key and what changed come first: the rest is the same in both rows.
 */
function orderedColumns(changes: readonly RowChange[]): string[] {
  const columns = ownColumnsFirst(
    columnsOf(changes.flatMap(({ before, after }) => [before, after])),
  )
  const updates = changes.filter(({ before, after }) => before && after)
  if (columns.length <= 4 || updates.length < changes.length) return columns
  const isFirst = (column: string) =>
    updates.some(
      (change) =>
        (column !== 'sandbox_id' && change.key.includes(column)) ||
        isChanged(change, column),
    )
  return [
    ...columns.filter(isFirst),
    ...columns.filter((column) => !isFirst(column)),
  ]
}

/** Every column that one of the rows has, in the order of the rows. */
export function columnsOf(rows: readonly (Row | null)[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row ?? {})))]
}

/** Whose sandbox it is, is the same in every row, and long: it comes last. */
export function ownColumnsFirst(columns: readonly string[]): string[] {
  const isLast = (column: string) => column === 'sandbox_id'
  return [
    ...columns.filter((column) => !isLast(column)),
    ...columns.filter(isLast),
  ]
}

/** `1 changed, 0 added`, and `2 removed` where there are such. */
export function changesInWords(table: ChangedTable): string {
  const { changed, added, removed } = table
  const said = [`${changed} changed`, `${added} added`]
  return [...said, ...(removed ? [`${removed} removed`] : [])].join(', ')
}
