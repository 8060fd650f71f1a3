import { Icon } from '@/components/ui/icon'
import { keeperNames, keepers } from './counts'
import {
  isSeenIn,
  survives,
  type Finding,
  type Observations,
} from './observations'

/** What the reader’s own windows have shown, as far as they have. */
export function OutcomeTable({ observed }: { observed: Observations }) {
  return (
    <div className="two-table">
      <table>
        <caption>Filled in by your own windows</caption>
        <thead>
          <tr>
            <th scope="col">Where the count is kept</th>
            <th scope="col">Survives a reload?</th>
            <th scope="col">Seen in window B?</th>
            <th scope="col">Seen by another browser?</th>
          </tr>
        </thead>
        <tbody>
          {keepers.map((keeper) => (
            <tr key={keeper}>
              <th scope="row">{keeperNames[keeper]}</th>
              <Cell finding={survives(observed, keeper)} />
              <Cell finding={isSeenIn('B', observed, keeper)} />
              <Cell finding={isSeenIn('C', observed, keeper)} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ finding }: { finding: Finding }) {
  if (!finding) return <td className="is-open">not tried</td>
  if (finding.is === 'not yet')
    return (
      <td>
        <b>not yet</b>
        <small>{finding.figures}</small>
      </td>
    )
  const isYes = finding.is === 'yes'
  return (
    <td className={isYes ? 'r-service' : 'r-fail'}>
      <b>
        <Icon name={isYes ? 'check' : 'fail'} size={14} />
        {finding.is}
      </b>
      <small>{finding.figures}</small>
    </td>
  )
}
