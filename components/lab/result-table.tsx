import type { ReactNode } from 'react'

type Cell = string | null

/** Rows as a database handed them over, under the names of their columns. */
export function ResultTable({
  columns,
  rows,
  show = textOf,
}: {
  columns: readonly string[]
  rows: readonly (readonly Cell[])[]
  /** What stands in a cell, where it is more than its text. */
  show?: (cell: Cell, row: number, column: number) => ReactNode
}) {
  return (
    <table className="result-table">
      <thead>
        <tr>
          {columns.map((column, at) => (
            <th key={at} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={place}>
            {row.map((cell, at) => (
              <td key={at}>{show(cell, place, at)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function textOf(cell: Cell): string {
  return cell ?? 'null'
}
