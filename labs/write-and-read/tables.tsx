import { useState } from 'react'
import type { Row } from '@/contracts/trace'
import { scrollable } from '@/components/trace/inspector-parts'
import type { Book, Reference } from './books'

/** Where a key leads: a row of a table, by the value of one column. */
type Lit = { table: string; column: string; value: Row[string] }

/** The dark side: every table with its rows, and the keys between them. */
export function Tables({
  books,
  isUnderWay,
}: {
  books: readonly Book[]
  isUnderWay: boolean
}) {
  const [lit, setLit] = useState<Lit | null>(null)
  if (books.length === 0)
    return (
      <p className="books-empty">
        {isUnderWay
          ? 'The rows are on their way.'
          : 'Place an order, and the rows that it writes appear here.'}
      </p>
    )
  return (
    <div className="books r-data">
      <p className="books-note">
        Point at an underlined key, or reach it with Tab: the row that it leads
        to lights up.
      </p>
      {books.map((book) => (
        <Table key={book.name} book={book} lit={lit} onLit={setLit} />
      ))}
      <p className="books-note" aria-live="polite" aria-atomic="true">
        {lit
          ? `${String(lit.value)} leads to ${lit.table}, the row whose ${lit.column} it is.`
          : ''}
      </p>
      <Words />
    </div>
  )
}

function Table({
  book,
  lit,
  onLit,
}: {
  book: Book
  lit: Lit | null
  onLit: (lit: Lit | null) => void
}) {
  const { name, columns, primary, references, rows, isWritten } = book
  return (
    <section className="book" aria-label={`Table ${name}`}>
      <h4>
        {name}
        <span className="micro">
          {isWritten ? `${rows.length} written` : 'read, not written'}
        </span>
      </h4>
      <div className="book-box" {...scrollable(`Rows of ${name}`)}>
        <table className="books-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                  <small>
                    {[
                      ...(primary.includes(column) ? ['primary key'] : []),
                      ...(references[column]
                        ? [
                            references[column].isRule
                              ? 'foreign key'
                              : 'no rule',
                          ]
                        : []),
                    ].join(', ')}
                  </small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => {
              const isLit = lit?.table === name && row[lit.column] === lit.value
              return (
                <tr key={at} className={isLit ? 'is-lit' : undefined}>
                  {columns.map((column) => (
                    <Cell
                      key={column}
                      value={row[column] ?? null}
                      reference={references[column]}
                      onLit={onLit}
                    />
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Cell({
  value,
  reference,
  onLit,
}: {
  value: Row[string]
  reference: Reference | undefined
  onLit: (lit: Lit | null) => void
}) {
  if (!reference) return <td>{shown(value)}</td>
  const { table, column } = reference
  const light = () => onLit({ table, column, value })
  return (
    <td>
      <button
        type="button"
        className="book-key"
        onMouseEnter={light}
        onMouseLeave={() => onLit(null)}
        onFocus={light}
        onBlur={() => onLit(null)}
        onClick={light}
      >
        {shown(value)}
        <span className="sr-only">
          {' '}
          leads to {table}.{column}
        </span>
      </button>
    </td>
  )
}

/** An id by its ends: they are what tells two of them apart. */
function shown(value: Row[string]): string {
  const text = value === null ? 'null' : String(value)
  return /^[a-z]{3}_\w{12,}$/.test(text)
    ? `${text.slice(0, 8)}…${text.slice(-4)}`
    : text
}

function Words() {
  return (
    <dl className="books-words">
      <div>
        <dt>Primary key</dt>
        <dd>
          What a row is found by. No two rows of a table have the same one; it
          may be made of two columns, as in order_lines.
        </dd>
      </div>
      <div>
        <dt>Foreign key</dt>
        <dd>
          A value that is the key of a row elsewhere, with a rule: the database
          takes no line whose order is not there. Where it says “no rule” the
          value leads there as well, but nobody checks.
        </dd>
      </div>
      <div>
        <dt>Constraint</dt>
        <dd>
          A rule that stands in the table itself. It holds for every program
          that ever writes, also for one with a mistake in it.
        </dd>
      </div>
    </dl>
  )
}
