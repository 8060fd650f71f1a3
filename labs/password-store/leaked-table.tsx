import type { Guessing } from '@/contracts/password-store'
import { figureOf } from '@/components/plot/plot-words'
import type { Own, Run } from './ask-server'
import { twinsOf } from './figures'

type Row = {
  name: string
  plain: string
  fast: string
  slow: string
  place?: number | null
}

/** The leaked table, in the three ways in which a backend could have kept it. */
export function LeakedTable({ run, own }: { run: Run; own: Own | null }) {
  const rows: Row[] = run.rows.map(({ salt, ...row }) => ({
    ...row,
    slow: `${salt}:${row.slow}`,
  }))
  if (own)
    rows.push({
      name: 'You',
      plain: own.password,
      fast: own.fast,
      slow: `${own.salt}:${own.slow}`,
      place: own.place,
    })
  return (
    <table className="lab-table store-table">
      <caption>The table that leaked, kept in three ways</caption>
      <thead>
        <tr>
          <th scope="col">who</th>
          <th scope="col">as it is</th>
          <th scope="col">SHA-256</th>
          <th scope="col">scrypt, with salt</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td>
              <b className="store-open r-fail">{row.plain}</b>
            </td>
            <td>
              <Kept rows={rows} row={row} column="fast" guessing={run.fast} />
            </td>
            <td>
              <Kept rows={rows} row={row} column="slow" guessing={run.slow} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Kept({
  rows,
  row,
  column,
  guessing,
}: {
  rows: readonly Row[]
  row: Row
  column: 'fast' | 'slow'
  guessing: Guessing
}) {
  const values = rows.map((one) => ({ name: one.name, value: one[column] }))
  const value = row[column]
  const twins = twinsOf(values, { name: row.name, value })
  const found = guessing.found.find(({ name }) => name === row.name)
  return (
    <>
      <span className={twins ? 'store-hash is-twin r-data' : 'store-hash'}>
        {shortened(value)}
      </span>
      {twins && <small>the same as {twins}</small>}
      {found && (
        <small className="store-found r-fail">
          guess {found.guess.toLocaleString('en-GB')}, after{' '}
          {figureOf(found.afterMs)} ms
        </small>
      )}
      {row.place !== undefined && (
        <small>
          {row.place === null
            ? 'not in the list'
            : `the ${ordinal(row.place)} of the list`}
        </small>
      )}
    </>
  )
}

/** Enough of a hash to see whether two are equal. */
function shortened(value: string): string {
  return value
    .split(':')
    .map((part) => `${part.slice(0, 6)}…`)
    .join(' ')
}

function ordinal(place: number): string {
  const last = place % 100 > 10 && place % 100 < 14 ? 0 : place % 10
  const ending = ['th', 'st', 'nd', 'rd'][last] ?? 'th'
  return `${place.toLocaleString('en-GB')}${ending}`
}
