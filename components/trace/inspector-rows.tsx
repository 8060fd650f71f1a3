import type { ReactNode } from 'react'
import type { Row, RowChange } from '@/contracts/trace'
import { PartHead, scrollable } from './inspector-parts'
import { Value } from './inspector-value'
import { changesInWords, isChanged, type ChangedTable } from './row-changes'

/** How much of a value stands in a cell. */
const longestCell = 22

/** A table too wide for its place scrolls by itself, also by the keyboard. */
export function WideTable({
  label,
  children,
}: {
  label: string
  children: ReactNode
}) {
  return (
    <div className="wide-table" {...scrollable(label)}>
      <table className="view-rows">{children}</table>
    </div>
  )
}

export function Rows({
  label,
  columns,
  rows,
}: {
  label: string
  columns: readonly string[]
  rows: readonly Row[]
}) {
  return (
    <WideTable label={label}>
      <ColumnHeads columns={columns} rows={rows} />
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {columns.map((column) => (
              <Cell key={column} column={column} value={row[column]} />
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

export function ColumnHeads({
  columns,
  rows,
  hasSigns = false,
}: {
  columns: readonly string[]
  rows: readonly (Row | null)[]
  hasSigns?: boolean
}) {
  return (
    <thead>
      <tr>
        {hasSigns && (
          <th className="is-sign">
            <span className="sr-only">Change</span>
          </th>
        )}
        {columns.map((column) => {
          const isNumber = rows.some((row) => typeof row?.[column] === 'number')
          return (
            <th
              key={column}
              scope="col"
              className={isNumber ? 'is-number' : undefined}
            >
              {column}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

/** The name of its column stands before a value where there is no head. */
export function Cell({
  column,
  value,
  isChanged = false,
}: {
  column: string
  value: Row[string] | undefined
  isChanged?: boolean
}) {
  const classes = [
    ...(typeof value === 'number' ? ['is-number'] : []),
    ...(isChanged ? ['is-changed'] : []),
  ]
  return (
    <td data-column={column} className={classes.join(' ') || undefined}>
      <Value value={value} longest={longestCell} />
    </td>
  )
}

/** The rows of one table that changed: as they were, and as they are. */
export function Diff({
  table,
  isByDatabase = false,
}: {
  table: ChangedTable
  isByDatabase?: boolean
}) {
  const { name, columns, changes } = table
  const label = `Rows in ${name}`
  const rows = changes.flatMap(({ before, after }) => [before, after])
  return (
    <>
      <PartHead aside={changesInWords(table)}>{label}</PartHead>
      <WideTable label={label}>
        <ColumnHeads columns={columns} rows={rows} hasSigns />
        <tbody>
          {changes.flatMap((change, at) => [
            change.before && (
              <ChangeRow
                key={`${at}-`}
                sign="-"
                change={change}
                table={table}
              />
            ),
            change.after && (
              <ChangeRow
                key={`${at}+`}
                sign="+"
                change={change}
                table={table}
              />
            ),
          ])}
        </tbody>
      </WideTable>
      {isByDatabase && (
        <p className="view-note">
          The database did this by itself: a trigger, or a cascade.
        </p>
      )}
    </>
  )
}

function ChangeRow({
  sign,
  change,
  table: { columns },
}: {
  sign: '-' | '+'
  change: RowChange
  table: ChangedTable
}) {
  const isOld = sign === '-'
  const row = isOld ? change.before : change.after
  const isUpdate = change.before !== null && change.after !== null
  return (
    <tr className={isOld ? 'is-old' : 'is-new'}>
      <th scope="row" className="is-sign">
        <span aria-hidden="true">{isOld ? '−' : '+'}</span>
        <span className="sr-only">{isOld ? 'before' : 'after'}</span>
      </th>
      {columns.map((column) => (
        <Cell
          key={column}
          column={column}
          value={row?.[column]}
          isChanged={isUpdate && isChanged(change, column)}
        />
      ))}
    </tr>
  )
}
