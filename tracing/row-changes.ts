import type { Row, RowChange, SqlValue } from '@/contracts/trace'
import type { Note } from '@/db/private-notes'
import { recorded, type RecordedTable } from '@/db/row-changes'
import { mayShow, type Visit } from './visit'

/** So many rows of one statement are kept; the rest is counted. */
export const mostChanges = 50

/** Notes of changed rows as a span carries them: JSON, and how many are missing. */
export type Noted = { json: string; leftOut: number }

/** What a row may not be longer than to be certain that no value in it is cut. */
const shortNote = 400

/**
 * Notes as they may be shown. Most are short and hold no secret, and stay the
 * text that the database made of them; of the others `show` cuts and masks
 * each value.
 */
export function shapeNotes(
  notes: Note[],
  visit: Visit,
  show: (value: unknown) => SqlValue,
): Noted | undefined {
  if (notes.length === 0) return undefined
  const kept = notes
    .slice(0, mostChanges)
    .map((note) =>
      note.length <= shortNote && mayShow(note, visit)
        ? note
        : shapeNote(note, show),
    )
  return { json: `[${kept.join(',')}]`, leftOut: notes.length - kept.length }
}

type Values = unknown[] | null
type ParsedNote = [table: string, before: Values, after: Values]

function shapeNote(note: Note, show: (value: unknown) => SqlValue): Note {
  // Written by the triggers of db/private-notes or db/row-changes.
  const [table, before, after] = JSON.parse(note) as ParsedNote
  const shown = (values: Values) => values && values.map(show)
  return JSON.stringify([table, shown(before), shown(after)])
}

/** A note's table, and the row as it is now, or was before it was deleted. */
export function readNote(note: Note): { table: string; row: Row } {
  const [table, before, after] = JSON.parse(note) as ParsedNote
  const { columns = [] } = recorded.get(table) ?? {}
  return { table, row: rowOf(columns, after ?? before) ?? {} }
}

/** The columns and keys of tables, by which notes of their rows are read. */
export type TableShapes = Record<string, Pick<RecordedTable, 'columns' | 'key'>>

/** Those of this build. */
export const tableShapes: TableShapes = Object.fromEntries(
  [...recorded].map(([table, { columns, key }]) => [table, { columns, key }]),
)

/** Notes as the trace tells them. A table that nobody knows has no columns. */
export function changesOf(
  notes: unknown,
  leftOut: number,
  shapes: TableShapes,
): { changes: RowChange[]; changesLeftOut?: number } {
  const changes = (notes as ParsedNote[]).map(([table, before, after]) => {
    const { columns = [], key = [] } = shapes[table] ?? {}
    return {
      table,
      key,
      before: rowOf(columns, before),
      after: rowOf(columns, after),
    }
  })
  return { changes, ...(leftOut > 0 ? { changesLeftOut: leftOut } : {}) }
}

function rowOf(columns: string[], values: Values): Row | null {
  if (!values) return null
  return Object.fromEntries(
    columns.map((column, at) => [column, (values[at] ?? null) as SqlValue]),
  )
}
