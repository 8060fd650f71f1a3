import type { RaceTurn, RaceWay, Racer } from '@/contracts/last-portion'
import { names, turnWords } from './sentence'
import { Sql } from './sql'

/** The statements of a race in the order in which they ran, a lane a guest. */
export function Lanes({
  way,
  turns,
  hasTimes = false,
}: {
  way: RaceWay
  turns: readonly RaceTurn[]
  /** Whether the moments mean anything: not where a reader set the pace. */
  hasTimes?: boolean
}) {
  return (
    <table className="portion-lanes">
      <caption className="sr-only">
        What ran, in order, with what each guest read
      </caption>
      <thead>
        <tr>
          <th scope="col">{hasTimes ? 'ms' : '#'}</th>
          <th scope="col">Ada</th>
          <th scope="col">Ben</th>
        </tr>
      </thead>
      <tbody>
        {turns.map((turn, at) => (
          <tr key={at}>
            <th scope="row">{hasTimes ? turn.atMs.toFixed(1) : at + 1}</th>
            <Lane turn={turn} guest="ada" way={way} />
            <Lane turn={turn} guest="ben" way={way} />
          </tr>
        ))}
        {turns.length === 0 && (
          <tr>
            <th scope="row">–</th>
            <td colSpan={2}>Nothing has run yet.</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function Lane({
  turn,
  guest,
  way,
}: {
  turn: RaceTurn
  guest: Racer
  way: RaceWay
}) {
  if (turn.guest !== guest) return <td />
  const isIdle = turn.came === 'waits' || turn.changed === 0
  return (
    <td className={isIdle ? 'portion-turn is-idle' : 'portion-turn r-data'}>
      <b>
        <span className="sr-only">{names[guest]} </span>
        {turnWords(turn, way)}
      </b>
      <Sql text={turn.statement} parameters={turn.parameters} />
    </td>
  )
}
