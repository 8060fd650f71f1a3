import { ResultTable } from '@/components/lab/result-table'
import { cageScene, type CagedTable } from '@/contracts/injection-cage'

/** What the cage holds, before a search or after it. */
export function Tables({
  tables,
  isOpen = false,
}: {
  tables: readonly CagedTable[] | null
  isOpen?: boolean
}) {
  if (tables === null)
    return (
      <p className="caged-none">
        The cage was ended with all that was in it. Nobody can look.
      </p>
    )
  const known = new Set(cageScene.map(({ name }) => name))
  const added = tables.filter(({ name }) => !known.has(name))
  return (
    <ul className="caged-tables">
      {cageScene.map((before) => (
        <Drawer
          key={before.name}
          before={before.rows}
          table={tables.find(({ name }) => name === before.name)}
          name={before.name}
          isOpen={isOpen}
        />
      ))}
      {added.map((table) => (
        <Drawer
          key={table.name}
          before={[]}
          table={table}
          name={table.name}
          isOpen
        />
      ))}
    </ul>
  )
}

function Drawer({
  name,
  table,
  before,
  isOpen,
}: {
  name: string
  table: CagedTable | undefined
  before: readonly (string | null)[][]
  isOpen: boolean
}) {
  if (!table)
    return (
      <li className="is-gone r-fail">
        <b>
          <s>{name}</s>
        </b>{' '}
        gone, with {before.length} rows
      </li>
    )
  const isSame = JSON.stringify(table.rows) === JSON.stringify(before)
  return (
    <li className={isSame ? '' : 'is-gone r-fail'}>
      <details open={isOpen || !isSame}>
        <summary>
          <b>{name}</b> {table.count} {table.count === 1 ? 'row' : 'rows'}
          {isSame ? '' : ', changed'}
        </summary>
        <ResultTable
          columns={table.columns}
          rows={table.rows}
          show={(cell, row, column) => {
            const isNew = cell !== (before[row]?.[column] ?? null)
            return (
              <span className={isNew ? 'caged-new' : undefined}>
                {cell ?? 'null'}
              </span>
            )
          }}
        />
      </details>
    </li>
  )
}
