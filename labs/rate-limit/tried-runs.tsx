import { limitWords, mostInASecond, tallyOf, type Run } from './figures'
import { countingWords, mannerWords, sharingWords } from './words'

/** What was tried so far, the newest first. */
export function TriedRuns({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0)
    return (
      <p className="lab-note">
        What you try is kept here. Change one thing, send the flood again, and
        see which of the figures changes.
      </p>
    )
  return (
    <table className="lab-table">
      <caption>What you have tried</caption>
      <thead>
        <tr>
          <th scope="col">the limit, and the greedy guest</th>
          <th scope="col">greedy served</th>
          <th scope="col">heard 429</th>
          <th scope="col">modest served</th>
          <th scope="col">most in a second</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run, at) => (
          <Row key={runs.length - at} run={run} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ run }: { run: Run }) {
  const { counting, sharing, manner } = run.trial
  const greedy = tallyOf(run, 'greedy')
  const modest = tallyOf(run, 'modest')
  return (
    <tr>
      <th scope="row">
        {countingWords[counting].name}, {limitWords(run.trial)},{' '}
        {sharingWords[sharing]}; {mannerWords[manner].name}
      </th>
      <td>
        {greedy.served} of {greedy.sent}
      </td>
      <td>{greedy.refused}</td>
      <td>
        {modest.served} of {modest.sent}
      </td>
      <td>{mostInASecond(run)}</td>
    </tr>
  )
}
