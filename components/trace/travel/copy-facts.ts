import type { Row, Span, SqlValue, Trace } from '@/contracts/trace'

/** What a reader is told of a copy before it leaves the house. */
type CopyFacts = {
  spans: number
  services: string[]
  /** First lines of the messages, each with how often it is in there. */
  messages: { line: string; count: number }[]
  /** Header fields whose values are masked. */
  maskedFields: string[]
  statements: number
  tables: { name: string; changed: number; read: number }[]
  /** What a person wrote: notes, reasons, names. */
  texts: { column: string; text: string }[]
  bytes: number
}

/** Columns in which people write what they like. */
const written = new Set(['note', 'reason', 'guest', 'guest_name', 'nickname'])
const masked = /^… \(\d+ characters\)$|[=; ]… \(\d+ characters\)/

/** All that stands in a copy, counted out of the copy itself. */
export function copyFacts(copy: Trace): CopyFacts {
  const { spans } = copy
  const statements = spans.flatMap(({ sql }) => sql ?? [])
  return {
    spans: spans.length,
    services: [...new Set(spans.map(({ service }) => service))],
    messages: counted(spans.flatMap(linesOf)),
    maskedFields: maskedFieldsOf(spans),
    statements: statements.length,
    tables: tablesOf(spans),
    texts: textsOf(spans),
    bytes: new TextEncoder().encode(JSON.stringify(copy)).length,
  }
}

function linesOf({ wire }: Span): string[] {
  return [wire?.request, wire?.response].flatMap((message) =>
    message ? [message.startLine] : [],
  )
}

function counted(lines: string[]): CopyFacts['messages'] {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return [...counts].map(([line, count]) => ({ line, count }))
}

function maskedFieldsOf(spans: readonly Span[]): string[] {
  const names = spans.flatMap(({ wire }) =>
    [wire?.request, wire?.response].flatMap((message) =>
      (message?.headers ?? []).flatMap(([name, value]) =>
        masked.test(value) ? [name.toLowerCase()] : [],
      ),
    ),
  )
  return [...new Set(names)].sort()
}

function tablesOf(spans: readonly Span[]): CopyFacts['tables'] {
  const tables = new Map<string, { changed: number; read: number }>()
  const of = (name: string) => {
    const known = tables.get(name) ?? { changed: 0, read: 0 }
    tables.set(name, known)
    return known
  }
  for (const { sql, attributes } of spans) {
    const name = attributes['db.collection.name']
    if (sql?.rows && typeof name === 'string') of(name).read += sql.rows.length
    for (const { table } of sql?.changes ?? []) of(table).changed += 1
  }
  return [...tables]
    .map(([name, sums]) => ({ name, ...sums }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

function textsOf(spans: readonly Span[]): CopyFacts['texts'] {
  const rows = spans.flatMap(({ sql }) => [
    ...(sql?.rows ?? []),
    ...(sql?.changes ?? []).flatMap(({ before, after }) => [before, after]),
  ])
  const found = new Map<string, CopyFacts['texts'][number]>()
  for (const row of rows)
    for (const [column, text] of writtenIn(row))
      found.set(`${column} ${text}`, { column, text })
  return [...found.values()]
}

function writtenIn(row: Row | null): [string, string][] {
  return Object.entries(row ?? {}).flatMap(
    ([column, value]: [string, SqlValue]): [string, string][] =>
      written.has(column) && typeof value === 'string' && value !== ''
        ? [[column, value]]
        : [],
  )
}
