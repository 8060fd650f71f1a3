import type { Span, WireMessage } from '@/contracts/trace'
import { legible } from './steps-of'

/** The HTTP messages of a step, whole. Secrets were masked when recorded. */
export function WireDetails({ wire }: { wire: NonNullable<Span['wire']> }) {
  const { request, response } = wire
  return (
    <details className="trace-wire">
      <summary>
        HTTP: {request?.startLine.replace(/ HTTP\/[\d.]+$/, '') ?? 'a request'},{' '}
        {response?.startLine.replace(/^HTTP\/[\d.]+ /, '') ?? 'no response'}
      </summary>
      <div className="trace-messages">
        {request && <Message title="Request" message={request} />}
        {response && <Message title="Response" message={response} />}
      </div>
    </details>
  )
}

function Message({ title, message }: { title: string; message: WireMessage }) {
  const { startLine, headers, body, bodyBytes } = message
  return (
    <div className="trace-message r-network">
      <h4>{title}</h4>
      <pre>
        <b>{startLine}</b>
        {'\n'}
        {headers.map(([name, value], index) => (
          <span key={index}>
            <i>{name}:</i> {value}
            {'\n'}
          </span>
        ))}
        {body && `\n${legible(body)}`}
      </pre>
      <p className="micro">
        {body ? `Body of ${bodyBytes ?? body.length} bytes` : 'No body'}
      </p>
    </div>
  )
}
