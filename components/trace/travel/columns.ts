/** Spans by field instead of one after the other. */
export type Columns = Record<string, unknown[]>

/** No field of a span is 0, so that it can stand for one that is absent. */
const absent = 0

/**
 * Like beside like: what spans have in common repeats at once, and is not
 * forgotten by the time a compressor meets it again. A long trace packs to a
 * third of what it would be as a list.
 */
export function columnsOf(items: readonly object[]): Columns {
  const names = new Set(items.flatMap((item) => Object.keys(item)))
  const maps = items.map((item) => new Map(Object.entries(item)))
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      maps.map(
        (map): unknown => map.get(name) ?? (map.has(name) ? null : absent),
      ),
    ]),
  )
}

/** The items again, each with the fields that it had. */
export function itemsIn(columns: Columns): Record<string, unknown>[] {
  const fields = Object.entries(columns)
  const [, first = []] = fields[0] ?? []
  return first.map((_, at) =>
    Object.fromEntries(
      fields.flatMap(([name, values]) =>
        values[at] === absent ? [] : [[name, values[at]]],
      ),
    ),
  )
}
