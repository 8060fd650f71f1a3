import { Icon } from '@/components/ui/icon'
import { Masked } from '@/components/trace/inspector-parts'
import { Barcode } from '@/components/trace/ticket'
import { duration } from '@/components/trace/time-scale'
import type { WireMessage } from '@/contracts/trace'
import type { Hop } from './hops'
import { cookiesOf, factsOf, fieldOf, targetOf } from './message-facts'

/** The message of a hop, as it crossed: secrets show their end and length. */
export function HopTicket({ hop, number }: { hop: Hop; number: number }) {
  const { message, answer, span, kind } = hop
  if (message === null) return <StatementTicket hop={hop} number={number} />
  const isRequest = !message.startLine.startsWith('HTTP')
  const facts = [...factsOf(message)].slice(0, 6)
  return (
    <article
      className={`ticket oauth-ticket ${hop.from === 'attacker' ? 'r-fail' : 'r-network'}`}
      aria-label={`Hop ${number}, ${isRequest ? 'request' : 'response'}`}
    >
      <div className="ticket-sheet">
        <p className="ticket-head">
          <span>
            {!isRequest && <Icon name="arrow-left" size={12} />}
            {isRequest ? 'Request' : 'Response'}
            {isRequest && <Icon name="arrow-right" size={12} />}
          </span>
          <span>Hop {number}</span>
        </p>
        <p className="ticket-line">{headline(message)}</p>
        <Fields fields={heads(message)} />
        {facts.length > 0 && <hr />}
        <Fields fields={facts} />
        {answer && (
          <>
            <hr />
            <p className="ticket-line">{headline(answer)}</p>
            <Fields fields={[...factsOf(answer)].slice(0, 4)} />
          </>
        )}
        <p className="ticket-foot">
          <Barcode traceId={span.traceId} width={104} />
          <span>
            {kind === 'form' ? 'a page' : ''}
            {isRequest ? duration(hop.tookMs) : ''}
          </span>
        </p>
      </div>
    </article>
  )
}

function StatementTicket({ hop, number }: { hop: Hop; number: number }) {
  const { span, tookMs } = hop
  const rows = span.sql?.rowsAffected ?? 1
  return (
    <article
      className="ticket oauth-ticket r-data"
      aria-label={`Hop ${number}, statement`}
    >
      <div className="ticket-sheet">
        <p className="ticket-head">
          <span>
            Statement
            <Icon name="arrow-right" size={12} />
          </span>
          <span>Hop {number}</span>
        </p>
        <p className="ticket-line">{span.name}</p>
        <pre>
          <span>{span.sql?.text ?? span.name}</span>
        </pre>
        <p className="ticket-foot">
          <Barcode traceId={span.traceId} width={104} />
          <span>
            {rows} {rows === 1 ? 'row' : 'rows'}, {duration(tookMs)}
          </span>
        </p>
      </div>
    </article>
  )
}

function Fields({ fields }: { fields: readonly [string, string][] }) {
  if (fields.length === 0) return null
  return (
    <dl>
      {fields.map(([name, value], at) => (
        <div key={at}>
          <dt>{name}</dt>
          <dd title={value}>
            <Masked text={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Who is asked, as whom; or where it leads and what is kept. */
function heads(message: WireMessage): [string, string][] {
  const pick = (name: string): [string, string][] => {
    const value = fieldOf(message, name)
    return value === null ? [] : [[name, value]]
  }
  if (!message.startLine.startsWith('HTTP'))
    return [...pick('host'), ...pick('authorization'), ...agentOf(message)]
  const location = fieldOf(message, 'location')
  const to: [string, string][] =
    location === null ? [] : [['location', pathOf(location)]]
  const set = [...cookiesOf(message)].map(([name, value]): [string, string] => [
    'set-cookie',
    `${name} ${value}`,
  ])
  return [...pick('content-type'), ...to, ...set].slice(0, 5)
}

/** Only those of the lab say more than which program it is. */
function agentOf(message: WireMessage): [string, string][] {
  const agent = fieldOf(message, 'user-agent') ?? ''
  return agent.startsWith('Browser of ') ? [['user-agent', agent]] : []
}

function pathOf(location: string): string {
  return location.replace(/^https?:\/\/[^/]+/, '').split('?')[0] ?? location
}

function headline(message: WireMessage): string {
  if (message.startLine.startsWith('HTTP'))
    return message.startLine.replace(/^HTTP\S* /, '')
  const [method = ''] = message.startLine.split(' ')
  return `${method} ${targetOf(message).pathname}`
}
