import { dollars, whole } from './page-state'
import type { Fate } from './send-order'

/** What was sent, what was answered, and the rows that are kept. */
export function Outcome({
  path,
  readBack,
  fate,
}: {
  path: string
  /** How the rows were read again. */
  readBack: string
  fate: Fate | null
}) {
  if (!fate) return <p className="trust-rest">Nothing was sent yet.</p>
  return (
    <div className="trust-outcome">
      <p className="trust-sent r-network">
        <b>POST {path}</b>
        <code>{fate.sent}</code>
      </p>
      {fate.kind === 'refused' ? (
        <p className="trust-reply r-fail">
          <b>{fate.status}</b> Nothing is kept. <code>{fate.why}</code>
        </p>
      ) : (
        <>
          <p className="trust-reply r-server">
            <b>201</b> Kept, and read back {readBack}:
          </p>
          <table className="trust-rows r-data">
            <tbody>
              {rowsOf(fate.rows).map(([table, column, value, money]) => (
                <tr key={column}>
                  <th scope="row">
                    {table}.<wbr />
                    {column}
                  </th>
                  <td>{whole(value)}</td>
                  <td>{money}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  )
}

function rowsOf({
  order,
  line,
}: Extract<Fate, { kind: 'kept' }>['rows']): [
  string,
  string,
  number,
  string,
][] {
  return [
    ['order_lines', 'quantity', line.quantity, ''],
    ['order_lines', 'price_minor', line.priceMinor, dollars(line.priceMinor)],
    ['orders', 'total_minor', order.totalMinor, dollars(order.totalMinor)],
  ]
}
