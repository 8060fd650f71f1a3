import type { Release } from './release'
import { witnessesOf, type Witness } from './verdict'
import { changeWords } from './words'

const columns: readonly [Witness, string][] = [
  ['tool', 'tool'],
  ['compiler', 'compiler'],
  ['checker', 'checker'],
  ['guest', 'guest'],
]

/** Every change that was released, and who complained. */
export function Tried({ releases }: { releases: readonly Release[] }) {
  if (releases.length === 0)
    return (
      <p className="lab-note">
        Every change that you release is kept here. Find one that breaks
        nothing, and one that only some of the four notice.
      </p>
    )
  return (
    <table className="lab-table">
      <caption>Who complained</caption>
      <thead>
        <tr>
          <th scope="col">change</th>
          {columns.map(([witness, name]) => (
            <th key={witness} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {releases.map((release) => (
          <Row key={release.change} release={release} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ release }: { release: Release }) {
  const complained = witnessesOf(release)
  const { side, name, line } = changeWords[release.change]
  return (
    <tr>
      <th scope="row">
        {name} <span>{line}</span>
        {side === 'answer' && release.isStrict && <span>, strictly</span>}
      </th>
      {columns.map(([witness]) => (
        <td key={witness}>{complained.includes(witness) ? 'yes' : '–'}</td>
      ))}
    </tr>
  )
}
