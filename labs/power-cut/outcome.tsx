import type { CutOutcome, Drawers } from '@/contracts/power-cut'
import { fateOf, verdictOf } from './answer'
import { logWords, milliseconds, rows, start } from './words'

/** What one way has left behind; before a run, what there is to lose. */
export function Outcome({ outcome }: { outcome: CutOutcome | null }) {
  const fate = outcome && fateOf(outcome.left)
  return (
    <div className="cut-outcome">
      <Tables outcome={outcome} isHalf={fate === 'half'} />
      <p className="cut-verdict">
        {fate ? verdictOf(fate) : 'Nothing has run yet.'}
      </p>
      <dl className="cut-facts">
        <div>
          <dt>carried out</dt>
          <dd>{outcome ? <Sent sent={outcome.sent} /> : '–'}</dd>
        </div>
        <div>
          <dt>killed</dt>
          <dd>
            {outcome
              ? `process ${outcome.pid} by ${outcome.signal}, after ${milliseconds(outcome.aliveMs)}`
              : '–'}
          </dd>
        </div>
        <div>
          <dt>its log (WAL)</dt>
          <dd>{outcome ? logWords(outcome.log) : '–'}</dd>
        </div>
        <div>
          <dt>restart</dt>
          <dd>
            {outcome
              ? `opened and read in ${milliseconds(outcome.reopenMs)}, integrity_check: ${outcome.integrity}`
              : '–'}
          </dd>
        </div>
      </dl>
    </div>
  )
}

const views = [
  ['own', 'seen by the process itself'],
  ['others', 'seen by another connection'],
  ['left', 'after the restart'],
] as const

function Tables({
  outcome,
  isHalf,
}: {
  outcome: CutOutcome | null
  isHalf: boolean
}) {
  return (
    <table className="cut-tables">
      <thead>
        <tr>
          <td />
          <th scope="col">portions</th>
          <th scope="col">orders</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">before the order</th>
          <td className="num">{start.portions}</td>
          <td className="num">{rows(start.orders)}</td>
        </tr>
        {views.map(([view, title]) => {
          const held: Drawers = outcome?.[view] ?? start
          return (
            <tr
              key={view}
              className={view === 'left' ? 'is-left' : undefined}
              data-half={view === 'left' && isHalf ? true : undefined}
            >
              <th scope="row">{title}</th>
              <td className="num">{outcome ? held.portions : '–'}</td>
              <td className="num">{outcome ? rows(held.orders) : '–'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Sent({ sent }: { sent: string[] }) {
  if (sent.length === 0) return <>nothing</>
  return (
    <ul>
      {sent.map((sql, at) => (
        <li key={at}>
          <code>{sql}</code>
        </li>
      ))}
    </ul>
  )
}
