import type { InArgs, InStatement, InValue } from '@libsql/client'

/** A statement in any of the forms in which a client takes it. */
export type Statement = InStatement | [string, InArgs?]

export function fullStatement(statement: Statement | string) {
  if (typeof statement === 'string') return { sql: statement, args: [] }
  if (!Array.isArray(statement)) return statement
  const [sql, args] = statement
  return { sql, args: args ?? [] }
}

type Bound = string | number | bigint | null | ArrayBufferView
export type Values = Bound[] | Record<string, Bound>

export function boundValues(args: InArgs): Values {
  return Array.isArray(args) ? args.map(bound) : namedValues(args)
}

function namedValues(args: Record<string, InValue>): Record<string, Bound> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name.replace(/^[@$:]/, ''),
      bound(value),
    ]),
  )
}

/** A value as the native driver takes it; one it does not know ends the process. */
function bound(value: InValue): Bound {
  if (typeof value === 'string' || value === null) return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Date) return value.valueOf()
  if (value instanceof ArrayBuffer) return Buffer.from(value)
  if (ArrayBuffer.isView(value)) return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'bigint' && BigInt.asIntN(64, value) === value)
    return value
  throw new RangeError('This value cannot be passed to the database')
}
