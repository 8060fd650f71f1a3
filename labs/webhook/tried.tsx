import type { Sent } from './send-message'
import type { Kitchen } from './use-kitchen'
import { isRefused } from './verdict'
import { deedWords } from './words'

/** What each kind of message came to, so that they can be compared. */
export function Tried({ results }: Pick<Kitchen, 'results'>) {
  if (results.length === 0)
    return (
      <p className="lab-note">
        What your kitchen answered is kept here. Try every kind of message, and
        find the one that is right in all its parts and still prints nothing.
      </p>
    )
  return (
    <table className="lab-table">
      <caption>What your kitchen answered</caption>
      <thead>
        <tr>
          <th scope="col">message</th>
          <th scope="col">answer</th>
          <th scope="col">printed</th>
        </tr>
      </thead>
      <tbody>
        {results.map(({ deed, sent }) => (
          <tr key={deed}>
            <th scope="row">{deedWords[deed].name}</th>
            <td>
              {sent ? sent.told.answers.join(', then ') : 'see the tries above'}
            </td>
            <td>{sent && paperOf(sent)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function paperOf({ told: { answers, tickets } }: Sent): string {
  if (isRefused(answers)) return 'nothing'
  return tickets === 1 ? 'one ticket' : `${tickets} tickets`
}
