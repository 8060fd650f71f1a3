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

/** A claim as a visit's trace shows it: its own rows, and nobody else's. */
export function ownClaim(claim: Claim, visit: Visit): Enclosure {
  const { statement, ran } = claim
  const { columns, rows } = ran.result
  const owner = columns.indexOf('sandbox_id')
  const isOwn = (row: { [at: number]: unknown }) =>
    owner < 0 || row[owner] === visit.sandboxId
  const result = { ...ran.result, rows: rows.filter(isOwn) }
  const { own, keysOfOthers } = sorted(ran.notes ?? [], visit.sandboxId)
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

/** A visitor's notes, and by which keys the statement named others' rows. */
function sorted(notes: Note[], sandboxId: string | null) {
  const own: Note[] = []
  const keysOfOthers = new Set<unknown>()
  for (const note of notes) {
    const { table, row } = readNote(note)
    const { key = [], sandbox } = recorded.get(table) ?? {}
    if (sandbox === undefined || row[sandbox] === sandboxId) own.push(note)
    else for (const column of key) keysOfOthers.add(row[column])
  }
  return { own, keysOfOthers }
}
