import type { Exchange } from './exchange'
import type { Inspected } from './inspected'
import { PartHead } from './inspector-parts'
import { keptWithin } from './kept'
import type { ChangedTable } from './row-changes'
import { figure } from './time-scale'
import { traceIndex } from './trace-index'

/** After a lost answer the guest and the database believe different things. */
export function TwoTruths({
  exchange,
  inspected: { spans, atMs },
}: {
  exchange: Exchange
  inspected: Inspected
}) {
  const lost = exchange.crossings.find(({ fate }) => fate === 'lost')
  const call = traceIndex(spans).byId.get(exchange.span.spanId)
  if (lost?.direction !== 'response' || !call) return null
  if (call.endMs === null || call.endMs > atMs) return null
  const kept = keptWithin(spans, exchange.span)
  return (
    <>
      <PartHead>Two truths at {figure(atMs)} ms</PartHead>
      <table className="view-facts">
        <tbody>
          <tr>
            <th scope="row">the guest</th>
            <td className="is-failure">
              {call.span.status.message ?? 'no answer came'}
            </td>
          </tr>
          <tr>
            <th scope="row">the database</th>
            <td>
              {kept
                ? `${kept.tables.map(inWords).join(', ')}: kept since ${figure(kept.sinceMs)} ms`
                : 'nothing was changed'}
            </td>
          </tr>
        </tbody>
      </table>
    </>
  )
}

/** `orders +1`, `portions 2 changed` */
function inWords({ name, added, removed, changed }: ChangedTable): string {
  const said = [
    ...(added ? [`+${added}`] : []),
    ...(removed ? [`−${removed}`] : []),
    ...(changed ? [`${changed} changed`] : []),
  ]
  return `${name} ${said.join(' ')}`
}
