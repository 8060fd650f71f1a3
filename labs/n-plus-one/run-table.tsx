import { figureOf } from '@/components/plot/plot-words'
import type { Run } from './verdict'

/** What the reader has measured, the newest first. */
export function RunTable({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0)
    return (
      <p className="plus-note">
        What you measure is kept here, to be compared: more orders, and a longer
        way to the database.
      </p>
    )
  return (
    <table className="plus-runs">
      <caption>What you have measured</caption>
      <thead>
        <tr>
          <th scope="col">orders</th>
          <th scope="col">way</th>
          <th scope="col">one by one</th>
          <th scope="col">one join</th>
          <th scope="col">times</th>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ orders, delayMs, naive, sound }, at) => (
          <tr key={runs.length - at}>
            <td>{orders}</td>
            <td>{delayMs} ms</td>
            <td>{figureOf(naive.told.tookMs)} ms</td>
            <td>{figureOf(sound.told.tookMs)} ms</td>
            <td>{figureOf(naive.told.tookMs / sound.told.tookMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
