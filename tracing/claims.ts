import {
  createContextKey,
  context,
  type Context,
  type HrTime,
} from '@opentelemetry/api'
import type { SqlStatement } from '@/contracts/trace'
import { recorded } from '@/db/row-changes'
import type { NotedChange, Ran, Statement } from './row-notes'
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
export function ownClaim(claim: Claim, visit: Visit): SqlStatement {
  const { statement, ran } = claim
  const { columns, rows } = ran.result
  const owner = columns.indexOf('sandbox_id')
  const isOwn = (row: { [at: number]: unknown }) =>
    owner < 0 || row[owner] === visit.sandboxId
  const result = { ...ran.result, rows: rows.filter(isOwn) }
  const shown = statementOf(statement, visit, { ...ran, result })
  const foreign = keysOfOthers(ran.changes ?? [], visit.sandboxId)
  return {
    ...shown,
    parameters: shown.parameters.map((value, at) =>
      foreign.has(parametersOf(statement)[at]) ? '(of another visitor)' : value,
    ),
    ...(shown.rowsReturned === null ? {} : { rowsReturned: rows.length }),
  }
}

function keysOfOthers(
  changes: NotedChange[],
  sandboxId: string | null,
): Set<unknown> {
  const keys = changes.flatMap(({ table, before, after }) => {
    const { key = [], sandbox } = recorded.get(table) ?? {}
    // Written by the triggers of db/row-changes, and by nobody else.
    const row = JSON.parse(after ?? before ?? '{}') as Record<string, unknown>
    const isForeign = sandbox !== undefined && row[sandbox] !== sandboxId
    return isForeign ? key.map((column) => row[column]) : []
  })
  return new Set(keys)
}
