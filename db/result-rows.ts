import type { Row, Value } from '@libsql/client'

/** A row as the native driver hands it out: its values, in order. */
export type RawRow = (
  string | number | bigint | null | Uint8Array<ArrayBuffer>
)[]

/**
 * A row as `@libsql/client` has it: by the names of its columns, which can be
 * listed, and by number and `length`, which cannot.
 */
class NamedRow {
  readonly #values: Value[]
  static #width = 0;
  [name: string]: unknown

  constructor(values: Value[], names: string[]) {
    this.#values = values
    for (let i = 0; i < names.length; i++) this[names[i] ?? ''] = values[i]
  }

  get length(): number {
    return this.#values.length
  }

  /** The numbers are getters of all rows: there is one for each column. */
  static widen(width: number): void {
    for (; this.#width < width; this.#width++) {
      const index = this.#width
      Object.defineProperty(this.prototype, index, {
        get(this: NamedRow) {
          return this.#values[index]
        },
      })
    }
  }
}

export function readRows(raw: RawRow[], names: string[]): Row[] {
  if (raw.length === 0) return []
  NamedRow.widen(names.length)
  const isPlain =
    new Set(names).size === names.length &&
    !names.some((name) => name in NamedRow.prototype)
  return raw.map((cells) => {
    const values = cells.map(fromSql)
    const row: unknown = isPlain
      ? new NamedRow(values, names)
      : oddRow(values, names)
    return row as Row
  })
}

/** Two columns of one name, or one named like a number or a method. */
function oddRow(values: Value[], names: string[]): object {
  const row = Object.defineProperty({}, 'length', { value: values.length })
  values.forEach((value, index) => {
    Object.defineProperty(row, index, { value })
    const name = names[index] ?? ''
    if (!Object.hasOwn(row, name))
      Object.defineProperty(row, name, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      })
  })
  return row
}

function fromSql(value: RawRow[number]): Value {
  if (value instanceof Uint8Array) return value.buffer
  if (typeof value !== 'bigint') return value
  const number = Number(value)
  if (!Number.isSafeInteger(number))
    throw new RangeError('An integer in the database is too large for a number')
  return number
}

/** A result as JSON has it: rows as lists, bytes in Base64. */
export function plainRows(rows: Row[]): unknown[][] {
  return rows.map((row) =>
    Array.from(row, (value) =>
      value instanceof ArrayBuffer
        ? Buffer.from(value).toString('base64')
        : value,
    ),
  )
}
