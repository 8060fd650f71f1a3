import { figureOf } from '@/components/plot/plot-words'
import type { Run } from './ask-server'
import { mebibytesOf, ratioOf, roughly, speedOf } from './figures'

/** What each cost came to, for the server and for whoever guesses. */
export function TriedCosts({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0)
    return (
      <p className="lab-note">
        What you try is kept here. Move the slider, leak the table again, and
        compare: what one sign-in costs the server, each guess costs the thief.
      </p>
    )
  return (
    <table className="lab-table store-table">
      <caption>What you have tried, as measured</caption>
      <thead>
        <tr>
          <th scope="col">N</th>
          <th scope="col">memory</th>
          <th scope="col">one sign-in</th>
          <th scope="col">guesses a second</th>
          <th scope="col">SHA-256 is faster by</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run, at) => (
          <tr key={runs.length - at}>
            <th scope="row">{(2 ** run.cost).toLocaleString('en-GB')}</th>
            <td>{mebibytesOf(run.cost)} MiB</td>
            <td>{figureOf(run.hashingMs)} ms</td>
            <td>{roughly(speedOf(run.slow))}</td>
            <td>{roughly(ratioOf(run))} times</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
