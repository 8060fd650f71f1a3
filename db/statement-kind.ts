/**
 * What may be lost when the power goes: counts, spans, the weather, and the note
 * that a message was delivered. It is then sent again, and the kitchen knows its id.
 */
const relaxed =
  /^\s*((insert into|update|delete from)\s+"?(rate_limits|arrivals|weather|breakers)\b|update\s+"?outbox\b|insert into events \(kind,[^)]*\)\s+select 'spans')/i

const reading = /^\s*(select|values|explain|pragma)\b/i

/** What there is to lose: nothing, something that may be lost, or what may not. */
export type Kind = 'read' | 'relaxed' | 'kept'

export function kindOf(sql: string): Kind {
  if (reading.test(sql)) return 'read'
  return relaxed.test(sql) ? 'relaxed' : 'kept'
}

const changing = /^\s*(insert|update|delete|replace|with)\b/i

/** Whether a statement may change rows, and so may be run in a transaction. */
export function isChanging(sql: string): boolean {
  return changing.test(sql)
}
