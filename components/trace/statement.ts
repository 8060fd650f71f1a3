import type { Span, SqlStatement } from '@/contracts/trace'

/** The statement a span ran; imported traces have its text as an attribute. */
export function statementOf({
  sql,
  attributes,
}: Pick<Span, 'sql' | 'attributes'>): SqlStatement | undefined {
  if (sql) return sql
  const text = attributes['db.query.text'] ?? attributes['db.statement']
  return typeof text === 'string'
    ? { text, parameters: [], rowsReturned: null, rowsAffected: null }
    : undefined
}

type StatementKind = 'begin' | 'commit' | 'rollback' | 'other'

export function kindOf({ text }: SqlStatement): StatementKind {
  const [, verb = '', object = ''] = /^\s*(\w+)\s*(\w*)/.exec(text) ?? []
  switch (verb.toUpperCase()) {
    case 'BEGIN':
      return 'begin'
    case 'COMMIT':
    case 'END':
      return 'commit'
    case 'ROLLBACK':
      // ROLLBACK TO goes back to a savepoint; the transaction goes on.
      return object.toUpperCase() === 'TO' ? 'other' : 'rollback'
    default:
      return 'other'
  }
}

/** `1 row`, `1,240 rows` */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`
}
