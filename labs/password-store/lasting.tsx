import type { Guessing } from '@/contracts/password-store'
import { figureOf } from '@/components/plot/plot-words'
import type { Own, Run } from './ask-server'
import { lastingOf, listSecondsOf, machines, roughly, speedOf } from './figures'
import { timeWords } from './spans-of-time'

/**
 * How long each hash lasts: what was measured, and what follows from it. Kept
 * as it is, a password needs no guessing.
 */
export function Lasting({ run, own }: { run: Run; own: Own | null }) {
  const { whose, fast, slow } = lastingOf(run, own)
  const list = listSecondsOf(run)
  const found = ({ found, tookMs }: Guessing) =>
    `${found.length} of ${run.rows.length}, in ${figureOf(tookMs)} ms`
  const rows = [
    {
      what: 'guesses a second',
      how: 'measured',
      cells: [roughly(speedOf(run.fast)), roughly(speedOf(run.slow))],
    },
    {
      what: 'found',
      how: 'measured',
      cells: [found(run.fast), found(run.slow)],
    },
    {
      what: `${run.words.toLocaleString('en-GB')} usual ones, for everybody`,
      how: 'computed',
      cells: [timeWords(list.fast), timeWords(list.slow)],
    },
    {
      what: `${whose}, by one such server`,
      how: 'computed',
      cells: [timeWords(fast), timeWords(slow)],
    },
    {
      what: `${whose}, by a thousand of them`,
      how: 'computed',
      cells: [timeWords(fast / machines), timeWords(slow / machines)],
    },
  ]
  return (
    <table className="lab-table store-table is-lasting">
      <caption>How long each hash lasts</caption>
      <thead>
        <tr>
          <th scope="col">what</th>
          <th scope="col">SHA-256</th>
          <th scope="col">scrypt, with salt</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, how, cells }) => (
          <tr key={what}>
            <th scope="row">
              {what} <em className={`store-how is-${how}`}>{how}</em>
            </th>
            {cells.map((cell, at) => (
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
