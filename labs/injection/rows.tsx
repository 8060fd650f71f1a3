import type { CagedResult } from '@/contracts/injection'
import { ResultTable } from '@/components/lab/result-table'
import { isAskedFor } from './judge'

/** Rows as they came back. What the search is not for is marked. */
export function Rows({
  results,
  words,
}: {
  results: readonly CagedResult[]
  words: string
}) {
  const told = results.filter(({ columns }) => columns.length > 0)
  if (told.length === 0) return <p className="caged-none">No rows.</p>
  return told.map(({ columns, rows, hasMore }, at) => (
    <div key={at}>
      <ResultTable
        columns={columns}
        rows={rows}
        show={(cell, place, column) => {
          const row = rows[place] ?? []
          if (isAskedFor(row, words)) return cell ?? 'null'
          return (
            <span className="caged-stranger">
              {cell ?? 'null'}
              {column === row.length - 1 && (
                <span className="caged-flag">not asked for</span>
              )}
            </span>
          )
        }}
      />
      {rows.length === 0 && <p className="caged-none">No rows.</p>}
      {hasMore && <p className="caged-none">More rows were to come.</p>}
    </div>
  ))
}
