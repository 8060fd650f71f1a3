import { figureOf } from '@/components/plot/plot-words'
import { callsOf, guardsOf, seen, slowestOf, type Run } from './verdict'
import { behaviourWords } from './words'

/** Guest by guest: how long they waited, what was sent for them, what they saw. */
export function Guests({ run }: { run: Run | null }) {
  const longest = run ? Math.max(1, slowestOf(run)) : 1
  return (
    <table className="lab-table">
      <caption>Five guests, one after the other</caption>
      <thead>
        <tr>
          <th scope="col">guest</th>
          <th scope="col">waited</th>
          <th scope="col">calls</th>
          <th scope="col">saw</th>
        </tr>
      </thead>
      <tbody>
        {(run?.looks ?? rest).map((look, at) => (
          <tr key={at}>
            <th scope="row">{at + 1}</th>
            <td className="sky-wait r-service">
              {look ? (
                <>
                  <span
                    className="sky-bar"
                    style={{ width: `${(look.tookMs / longest) * 60}%` }}
                  />
                  {figureOf(look.tookMs)} ms
                </>
              ) : (
                '–'
              )}
            </td>
            <td>{look ? look.calls : '–'}</td>
            <td
              className={look && !look.weather ? 'is-none r-fail' : undefined}
            >
              {look ? seen(look) : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const rest = [null, null, null, null, null]

/** What was tried so far, the newest first. */
export function Tried({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0)
    return (
      <p className="lab-note">
        What you try is kept here. Take one protection away, have the guests
        look again, and see which of the figures changes.
      </p>
    )
  return (
    <table className="lab-table">
      <caption>What you have tried</caption>
      <thead>
        <tr>
          <th scope="col">service</th>
          <th scope="col">protections</th>
          <th scope="col">saw a weather</th>
          <th scope="col">slowest</th>
          <th scope="col">calls</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run, at) => (
          <tr key={runs.length - at}>
            <th scope="row">{behaviourWords[run.trial.behaviour].name}</th>
            <td>{guardsOf(run.trial)}</td>
            <td>
              {run.looks.filter(({ weather }) => weather).length} of{' '}
              {run.looks.length}
            </td>
            <td>{figureOf(slowestOf(run))} ms</td>
            <td>{callsOf(run)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
