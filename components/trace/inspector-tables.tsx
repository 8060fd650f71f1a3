import { Icon } from '../ui/icon'
import type { Inspected } from './inspected'
import { PartHead } from './inspector-parts'
import { Cell, ColumnHeads, WideTable } from './inspector-rows'
import { ownColumnsFirst } from './row-changes'
import { counted } from './statement'
import { tablesAt, type Table, type TableRow } from './tables'
import { traceIndex } from './trace-index'

/** Every table the trace touched, as it was at this step. */
export function Tables({ spans, span }: Inspected) {
  const step = traceIndex(spans).numbers.get(span.spanId)
  if (!step) return null
  const tables = tablesAt(spans, step)
  if (tables.length === 0) return null
  return (
    <>
      <PartHead aside={counted(tables.length, 'table')}>
        The tables at this step
      </PartHead>
      <p className="view-note">
        As far as this trace tells: the rows it read or changed, with every
        change up to here.
      </p>
      {tables.map((table) => (
        <TableNow key={table.name} table={table} />
      ))}
    </>
  )
}

function TableNow({ table }: { table: Table }) {
  const { name, rows } = table
  const columns = ownColumnsFirst(table.columns)
  const isBusy = rows.some(
    ({ changedHere, state }) => changedHere || state === 'pending',
  )
  return (
    <details className="table-now" open={isBusy}>
      <summary>
        <b>{name}</b>
        <span>{tableInWords(table)}</span>
      </summary>
      {rows.length === 0 ? (
        <p className="view-note">Empty, as far as this trace tells.</p>
      ) : (
        <WideTable label={`The table ${name} at this step`}>
          <ColumnHeads
            columns={columns}
            rows={rows.map((row) => row.after ?? row.before)}
            hasSigns
          />
          <tbody>
            {rows.map((row, at) => (
              <RowNow key={at} row={row} columns={columns} />
            ))}
          </tbody>
        </WideTable>
      )}
    </details>
  )
}

function RowNow({
  row,
  columns,
}: {
  row: TableRow
  columns: readonly string[]
}) {
  const { before, after, state, changedHere } = row
  const shown = after ?? before
  const classes = [
    `is-${state}`,
    ...(changedHere ? ['is-here'] : []),
    ...(after ? [] : ['is-gone']),
  ]
  return (
    <tr className={classes.join(' ')}>
      <th scope="row" className="is-sign">
        <Sign row={row} />
        <span className="sr-only">{meaningOf(row)}</span>
      </th>
      {columns.map((column) => (
        <Cell
          key={column}
          value={shown?.[column]}
          isChanged={
            changedHere && after !== null && before?.[column] !== after[column]
          }
        />
      ))}
    </tr>
  )
}

function Sign({ row }: { row: TableRow }) {
  const { after, before, changedHere, state } = row
  if (after && !changedHere && state === 'pending') {
    return <Icon name="pencil" size={12} />
  }
  const sign = !after ? '−' : !changedHere ? '' : before ? '±' : '+'
  return <span aria-hidden="true">{sign}</span>
}

function meaningOf({ after, changedHere, state }: TableRow): string {
  const what = !after ? 'removed' : changedHere ? 'changed here' : 'row'
  return state === 'pending' ? `${what}, not committed` : what
}

function tableInWords({ rows }: Table): string {
  const there = rows.filter(({ after }) => after).length
  const here = rows.filter(({ changedHere }) => changedHere).length
  const pending = rows.filter(({ state }) => state === 'pending').length
  return [
    counted(there, 'row'),
    ...(here ? [`${here} changed here`] : []),
    ...(pending ? [`${pending} in pencil`] : []),
  ].join(', ')
}
