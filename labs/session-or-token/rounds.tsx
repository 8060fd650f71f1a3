import { ticketWays, type TicketWay } from '@/contracts/session-lab-choices'
import { figureOf } from '@/components/plot/plot-words'
import type { Logins, Round } from './use-logins'
import { medianOf } from '@/components/plot/median'
import { ScrollGroup } from '@/components/ui/scroll-group'
import { lifeOf } from './verdict'
import { fieldOf, secondsOf, wayWords } from './words'

/** Each way to be remembered: what it costs, and when it stopped working. */
export function Rounds({ logins }: { logins: Logins }) {
  const { rounds, tickets } = logins
  if (rounds.length === 0)
    return (
      <p className="lab-trace-rest">
        Nobody is logged in, so no ticket has been shown.
      </p>
    )
  return (
    <>
      <ScrollGroup className="login-scroll" label="Every round of requests">
        <table className="lab-table login-rounds">
          <caption>Who was let in, since the login</caption>
          <thead>
            <tr>
              <th scope="col">ticket</th>
              {rounds.map(({ atMs, isAfterLogOut }, at) => (
                <th
                  key={at}
                  scope="col"
                  className={isAfterLogOut ? 'is-after' : undefined}
                >
                  {secondsOf(atMs)}
                  {isAfterLogOut && !rounds[at - 1]?.isAfterLogOut && (
                    <em>logged out</em>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ticketWays.map((way) => (
              <tr key={way}>
                <th scope="row">{wayWords[way].name}</th>
                {rounds.map((round, at) => (
                  <Cell key={at} round={round} way={way} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollGroup>
      <Costs rounds={rounds} tickets={tickets} />
      <p className="lab-note">
        Medians, as the door has measured its own steps. This database may be in
        the same process; one elsewhere adds the way there and back to each
        look-up, and nothing to a signature.
      </p>
    </>
  )
}

/** Both devices: they are let in together, or one of them alone. */
function Cell({ round, way }: { round: Round; way: TicketWay }) {
  const own = round.visits.filter((visit) => visit.way === way)
  const letIn = own.filter(({ isLetIn }) => isLetIn)
  const className = round.isAfterLogOut ? 'is-after' : undefined
  if (letIn.length === own.length)
    return <td className={className}>200, both</td>
  if (letIn.length === 0)
    return (
      <td className={className}>
        <b className="login-out">401, both</b>
      </td>
    )
  return (
    <td className={className}>200, {letIn.map((one) => one.device).join()}</td>
  )
}

function Costs({ rounds, tickets }: Pick<Logins, 'rounds' | 'tickets'>) {
  const visits = rounds.flatMap((round) => round.visits)
  return (
    <table className="lab-table">
      <caption>What each of them costs, and until when it worked</caption>
      <thead>
        <tr>
          <th scope="col">ticket</th>
          <th scope="col">on the wire</th>
          <th scope="col">signature</th>
          <th scope="col">row</th>
          <th scope="col">worked</th>
        </tr>
      </thead>
      <tbody>
        {ticketWays.map((way) => {
          const own = visits.filter((visit) => visit.way === way)
          const token = tickets.find((one) => one.way === way)?.token ?? ''
          return (
            <tr key={way}>
              <th scope="row">{wayWords[way].name}</th>
              <td>{fieldOf(way, token).length} bytes</td>
              <td>{costOf(medianOf(own.map((one) => one.checkMs)), 'none')}</td>
              <td>
                {costOf(
                  medianOf(own.map((one) => one.lookUpMs)),
                  'not looked for',
                )}
              </td>
              <td>{lifeWords(rounds, way)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function costOf(ms: number | null, otherwise: string): string {
  return ms === null ? otherwise : `${figureOf(ms)} ms`
}

function lifeWords(rounds: readonly Round[], way: TicketWay): string {
  const { lastMs, refusedMs } = lifeOf(rounds, way)
  if (lastMs === null) return 'never'
  if (refusedMs === null) return `still, ${secondsOf(lastMs)} in`
  return `until ${secondsOf(lastMs)}, refused at ${secondsOf(refusedMs)}`
}
