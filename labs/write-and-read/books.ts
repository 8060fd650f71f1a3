import type { Row, RowChange, Span } from '@/contracts/trace'
import { changedTables } from '@/components/trace/row-changes'
import { changesOf, readRowsOf } from '@/components/trace/statement-rows'

/** Where a column leads, and whether the database insists on it. */
export type Reference = { table: string; column: string; isRule: boolean }

type BookShape = {
  name: string
  columns: readonly string[]
  primary: readonly string[]
  references: Readonly<Record<string, Reference>>
}

const toOrder = { table: 'orders', column: 'id' }
const toDish = { table: 'dishes', column: 'id', isRule: true }

/** The tables that an order touches, with the columns worth a look. */
export const shapes: readonly BookShape[] = [
  {
    name: 'orders',
    columns: ['id', 'restaurant', 'status', 'total_minor'],
    primary: ['id'],
    references: {
      restaurant: { table: 'restaurants', column: 'slug', isRule: true },
    },
  },
  {
    name: 'order_lines',
    columns: ['order_id', 'position', 'dish', 'quantity', 'price_minor'],
    primary: ['order_id', 'position'],
    references: { order_id: { ...toOrder, isRule: true }, dish: toDish },
  },
  {
    name: 'events',
    columns: ['id', 'kind', 'order_id'],
    primary: ['id'],
    references: { order_id: { ...toOrder, isRule: false } },
  },
  {
    name: 'outbox',
    columns: ['id', 'kind', 'order_id'],
    primary: ['id'],
    references: { order_id: { ...toOrder, isRule: false } },
  },
  {
    name: 'portions',
    columns: ['dish', 'left'],
    primary: ['sandbox_id', 'dish'],
    references: { dish: toDish },
  },
  {
    name: 'dishes',
    columns: ['id', 'name', 'restaurant', 'price_minor'],
    primary: ['id'],
    references: {
      restaurant: { table: 'restaurants', column: 'slug', isRule: true },
    },
  },
  {
    name: 'restaurants',
    columns: ['slug', 'name'],
    primary: ['slug'],
    references: {},
  },
]

/** A table as far as the trace of an order tells of it. */
export type Book = BookShape & {
  rows: Row[]
  /** Whether the order wrote here, or only read. */
  isWritten: boolean
}

const saving = 'save the order'

/** The rows that an order wrote, and those of the menu that it leads to. */
export function booksOf(spans: readonly Span[]): Book[] {
  const changes = savedChanges(spans)
  const written = changedTables(changes)
  const read = spans.flatMap((span) => readRowsOf(span, new Map()))
  return shapes.flatMap((shape) => {
    const table = written.find(({ name }) => name === shape.name)
    const rows = table
      ? table.changes.flatMap(({ after }) => (after ? [after] : []))
      : uniqueRows(
          shape,
          read.flatMap((one) => (one.table === shape.name ? [one.row] : [])),
        )
    if (rows.length === 0) return []
    return [{ ...shape, rows, isWritten: table !== undefined }]
  })
}

/** What changed while the order was saved, and stayed; not what came later. */
export function savedChanges(spans: readonly Span[]): RowChange[] {
  const step = spans.find(({ name }) => name === saving)
  if (!step) return []
  const parents = new Map(spans.map((span) => [span.spanId, span]))
  const isWithin = (span: Span | undefined): boolean =>
    span !== undefined &&
    (span === step || isWithin(parents.get(span.parentSpanId ?? '')))
  const until = BigInt(step.endTimeUnixNano)
  return spans
    .filter((span) => BigInt(span.startTimeUnixNano) <= until)
    .filter(isWithin)
    .flatMap((span) => [...changesOf(span)])
}

function uniqueRows({ primary }: BookShape, rows: Row[]): Row[] {
  const known = new Map(
    rows.map((row) => [
      JSON.stringify(primary.map((column) => row[column])),
      row,
    ]),
  )
  return [...known.values()]
}
