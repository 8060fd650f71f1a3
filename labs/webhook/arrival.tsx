import { figureOf } from '@/components/plot/plot-words'
import type { Result } from './use-kitchen'
import { isDelivered, isRefused, type Try } from './verdict'
import type { Sent } from './send-message'

/** What arrived at the door, or how often somebody came to it. */
export function Arrival({
  result,
  tries,
}: {
  result: Result | null
  tries: readonly Try[]
}) {
  if (!result)
    return <p className="hook-rest">No message of this kind has arrived yet.</p>
  return result.sent ? (
    <Message sent={result.sent} deed={result.deed} />
  ) : (
    <Tries tries={tries} />
  )
}

function Message({ sent, deed }: { sent: Sent; deed: Result['deed'] }) {
  const { headers, body, answers } = sent.told
  return (
    <div className="hook-message">
      <h3>What arrived</h3>
      <pre className="hook-wire r-network">
        POST /api/webhooks/kitchen{'\n'}
        {headers.map(([name, value]) => (
          <span key={name}>
            {name}: {value}
            {name === 'webhook-timestamp' && (
              <em> ({ageWords(Number(value))})</em>
            )}
            {'\n'}
          </span>
        ))}
        {'\n'}
        {markedBody(body, deed)}
      </pre>
      <dl
        className={
          isRefused(answers) ? 'hook-verdict r-fail' : 'hook-verdict r-service'
        }
      >
        <dt>Answered</dt>
        <dd>{answers.map(statusWords).join(', then ')}</dd>
        <dt>Printed</dt>
        <dd>{paperWords(sent)}</dd>
      </dl>
    </div>
  )
}

/** The number that was changed on the way is marked. */
function markedBody(body: string, deed: Result['deed']) {
  if (deed !== 'tampered') return body
  const [before = '', after = ''] = body.split('"quantity":99')
  return (
    <>
      {before}
      <mark>&quot;quantity&quot;:99</mark>
      {after}
    </>
  )
}

/** One ticket is right, however often a message about its order comes. */
function paperWords({ told: { answers, tickets } }: Sent): string {
  if (isRefused(answers)) return 'nothing'
  return tickets === 1 ? 'one ticket of this order' : `${tickets} tickets`
}

function statusWords(status: number): string {
  if (status === 204) return '204 No Content'
  if (status === 401) return '401 Unauthorized'
  return status === 0 ? 'nothing' : String(status)
}

function ageWords(seconds: number): string {
  const minutes = Math.round((Date.now() / 1000 - seconds) / 60)
  if (minutes < 1) return 'now'
  return minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`
}

function Tries({ tries }: { tries: readonly Try[] }) {
  return (
    <div className="hook-message">
      <h3>Who came to the door</h3>
      <table className="lab-table">
        <caption className="sr-only">Tries to deliver the message</caption>
        <thead>
          <tr>
            <th scope="col">try</th>
            <th scope="col">after</th>
            <th scope="col">answer</th>
          </tr>
        </thead>
        <tbody>
          {tries.map(({ afterMs, status }, at) => (
            <tr key={at}>
              <th scope="row">{at + 1}</th>
              <td>{at === 0 ? '0 s' : `${figureOf(afterMs / 1000)} s`}</td>
              <td>
                {status === 503
                  ? '503, the door is closed'
                  : statusWords(status)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!isDelivered(tries) && (
        <p className="lab-note">The message waits in the outbox.</p>
      )}
    </div>
  )
}
