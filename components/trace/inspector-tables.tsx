import { Icon } from '../ui/icon'
import type { Inspected } from './inspected'
import { PartHead } from './inspector-parts'
import { Cell, ColumnHeads, WideTable } from './inspector-rows'
import { ownColumnsFirst } from './row-changes'
import { counted } from './statement'
import { tablesAt, type Table, type TableRow } from './tables'
import { traceIndex } from './trace-index'

/** Every table the trace touched, as it was at this step. */
export function Tables({ spans, span, isBrief }: Inspected) {
  const step = traceIndex(spans).numbers.get(span.spanId)
  if (!step) return null
  const all = tablesAt(spans, step)
  const tables = isBrief ? all.filter(isTouchedHere) : all
  if (tables.length === 0) return null
  return (
    <>
      <PartHead aside={counted(all.length, 'table')}>
        The tables at this step
      </PartHead>
      <p className="view-note">
        As far as this trace tells: the rows it read or changed, with every
        change up to here.
        {isBrief && ' Those that this step changed:'}
      </p>
      {tables.map((table) => (
        <TableNow key={table.name} table={table} />
      ))}
    </>
  )
}

function isTouchedHere({ rows }: Table): boolean {
  return rows.some(({ changedHere, settledHere }) => changedHere || settledHere)
}

function TableNow({ table }: { table: Table }) {
  const { name, rows } = table
  const columns = ownColumnsFirst(table.columns)
  const isOpen =
    isTouchedHere(table) || rows.some(({ state }) => state === 'pending')
  return (
    <details className="table-now" open={isOpen}>
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
  const { before, after, state, changedHere, settledHere } = row
  const shown = after ?? before
  const classes = [
    `is-${state}`,
    ...(changedHere || settledHere ? ['is-here'] : []),
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
          column={column}
          value={shown?.[column]}
          isChanged={
            changedHere &&
            before !== null &&
            after !== null &&
            before[column] !== after[column]
          }
        />
      ))}
    </tr>
  )
}

function Sign({ row }: { row: TableRow }) {
  const { after, before, changedHere, settledHere, state } = row
  if (settledHere) return <Icon name="check" size={12} />
  if (after && !changedHere && state === 'pending') {
    return <Icon name="pencil" size={12} />
  }
  const sign = !after ? '−' : !changedHere ? '' : before ? '±' : '+'
  return <span aria-hidden="true">{sign}</span>
}

function meaningOf({ after, changedHere, settledHere, state }: TableRow) {
  if (settledHere) return 'committed here'
  const what = !after ? 'removed' : changedHere ? 'changed here' : 'row'
  return state === 'pending' ? `${what}, not committed` : what
}

/** `2 rows, 1 changed here, in pencil` */
function tableInWords({ rows }: Table): string {
  const count = (is: (row: TableRow) => boolean) => rows.filter(is).length
  const here = count(({ changedHere }) => changedHere)
  const pending = count(({ state }) => state === 'pending')
  const settled = count(({ settledHere }) => settledHere)
  const pencil = pending === here ? 'in pencil' : `${pending} in pencil`
  return [
    counted(
      count(({ after }) => after !== null),
      'row',
    ),
    ...(here ? [`${here} changed here`] : []),
    ...(pending ? [pencil] : []),
    ...(settled ? [`${settled} committed here`] : []),
  ].join(', ')
}
