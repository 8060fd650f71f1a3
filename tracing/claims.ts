import {
  createContextKey,
  context,
  type Context,
  type HrTime,
} from '@opentelemetry/api'
import type { Note } from '@/db/private-notes'
import { recorded } from '@/db/row-changes'
import type { Enclosure } from './recorder'
import { readNote } from './row-changes'
import type { Ran, Statement } from './row-notes'
import { parametersOf, statementOf } from './statement'
import type { Visit } from './visit'

/** A statement of the house's, that changed rows of several visitors. */
export type Claim = { statement: Statement; ran: Ran; startTime: HrTime }

const claimsKey = createContextKey('back-of-house claims')

/** Runs a chore's claim, and says which statements changed rows in it. */
export async function noteClaims<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; claims: Claim[] }> {
  const claims: Claim[] = []
  const inner = context.active().setValue(claimsKey, claims)
  return { result: await context.with(inner, work), claims }
}

/** Where claims are noted; undefined when nobody asked for them. */
export function claimsOf(at: Context): Claim[] | undefined {
  return at.getValue(claimsKey) as Claim[] | undefined
}

/**
 * A claim as the trace of one of its tasks shows it: the row that `id` is the
 * key of. Another task of the same visitor may belong to the same trace, and
 * shows its own.
 */
export function ownClaim(claim: Claim, visit: Visit, id: string): Enclosure {
  const { statement, ran } = claim
  const { own, keyColumns, keysOfOthers } = sorted(ran.notes ?? [], visit, id)
  const { columns, rows } = ran.result
  const at = columns.findIndex((column) => keyColumns.has(column))
  const result = { ...ran.result, rows: rows.filter((row) => row[at] === id) }
  const shown = statementOf(statement, visit, { result, notes: own })
  return {
    ...shown,
    sql: {
      ...shown.sql,
      parameters: shown.sql.parameters.map((value, at) =>
        keysOfOthers.has(parametersOf(statement)[at])
          ? '(of another visitor)'
          : value,
      ),
      ...(shown.sql.rowsReturned === null ? {} : { rowsReturned: rows.length }),
    },
  }
}

/** A task's notes, and by which keys the statement named other visitors' rows. */
function sorted(notes: Note[], { sandboxId }: Visit, id: string) {
  const own: Note[] = []
  const keyColumns = new Set<string>()
  const keysOfOthers = new Set<unknown>()
  for (const note of notes) {
    const { table, row } = readNote(note)
    const { key = [], sandbox } = recorded.get(table) ?? {}
    const isOthers = sandbox !== undefined && row[sandbox] !== sandboxId
    for (const column of key) {
      keyColumns.add(column)
      if (isOthers) keysOfOthers.add(row[column])
      else if (row[column] === id) own.push(note)
    }
  }
  return { own, keyColumns, keysOfOthers }
}
