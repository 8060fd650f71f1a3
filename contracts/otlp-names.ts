/** The kinds of span in the order of their numbers in OTLP, from 1 on. */
export const spanKinds = [
  'internal',
  'server',
  'client',
  'producer',
  'consumer',
] as const

/** The codes of a span's status in the order of their numbers, from 0 on. */
export const statusCodes = ['unset', 'ok', 'error'] as const

/**
 * What a span here holds and the semantic conventions have no name for. With
 * these a trace that was taken home as OTLP comes back whole.
 */
export const ownNames = {
  codeHash: 'back_of_house.code.hash',
  codeEndLine: 'back_of_house.code.end_line',
  codeWithin: 'back_of_house.code.within',
  codeWithinLine: 'back_of_house.code.within_line',
  sqlParameters: 'back_of_house.sql.parameters',
  sqlRowsAffected: 'back_of_house.sql.rows_affected',
  sqlRows: 'back_of_house.sql.rows',
  sqlChanges: 'back_of_house.sql.changes',
  sqlChangesLeftOut: 'back_of_house.sql.changes_left_out',
  sqlPlan: 'back_of_house.sql.plan',
  wireRequest: 'back_of_house.wire.request',
  wireResponse: 'back_of_house.wire.response',
  /** On the resource: the trace had more spans than it may hold. */
  truncated: 'back_of_house.trace.truncated',
  /**
   * On the resource: how many spans were left out of the whole trace, where it
   * is known. OTLP counts what a span lost, and has no word for lost spans.
   */
  spansLeftOut: 'back_of_house.trace.spans_left_out',
} as const

export const ownPrefix = 'back_of_house.'
