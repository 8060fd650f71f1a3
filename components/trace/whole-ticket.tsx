import type { WireMessage } from '@/contracts/trace'
import { Icon } from '../ui/icon'
import type { Crossing } from './exchange'
import { sortedFields, stampOf } from './exchange-words'
import { Masked } from './inspector-parts'
import { legible } from './legible'
import { Barcode } from './ticket'

/** One HTTP message, whole: every header field and all of its body. */
export function WholeTicket({
  crossing,
  traceId,
  atMs,
}: {
  crossing: Crossing
  traceId: string
  atMs: number
}) {
  const { message, direction, fate } = crossing
  const stamp = stampOf(crossing, atMs)
  const state = stamp ? fate : 'on-its-way'
  const isRequest = direction === 'request'
  const { telling, others } = sortedFields(message.headers)
  return (
    <article
      className={`ticket whole-ticket is-${state} r-${state === 'refused' ? 'fail' : 'network'}`}
      aria-label={`${isRequest ? 'Request' : 'Response'}${stamp ? `, ${stamp}` : ''}`}
    >
      <div className="ticket-sheet">
        <p className="ticket-head">
          <span>
            {!isRequest && <Icon name="arrow-left" size={12} />}
            {isRequest ? 'Request' : 'Response'}
            {isRequest && <Icon name="arrow-right" size={12} />}
          </span>
          <span>{versionOf(message.startLine)}</span>
        </p>
        <p className="ticket-line">{headline(message.startLine)}</p>
        <Fields fields={telling} />
        <hr />
        <Body message={message} />
        {others.length > 0 && (
          <>
            <hr />
            <Fields fields={others} />
          </>
        )}
        <p className="ticket-foot">
          <Barcode traceId={traceId} width={108} />
          {stamp && <span className="stamp">{stamp}</span>}
        </p>
      </div>
    </article>
  )
}

function Fields({ fields }: { fields: WireMessage['headers'] }) {
  if (fields.length === 0) return null
  return (
    <dl>
      {fields.map(([name, value], at) => (
        <div key={at}>
          <dt>{name}</dt>
          <dd>
            <Masked text={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Body({ message: { body, bodyBytes } }: { message: WireMessage }) {
  if (!body) {
    return (
      <p>{bodyBytes === null ? 'The body was not recorded.' : 'No body.'}</p>
    )
  }
  return (
    <pre>
      <Masked text={legible(body)} />
    </pre>
  )
}

function headline(startLine: string): string {
  return startLine.replace(/^HTTP\/[\d.]+ | HTTP\/[\d.]+$/g, '')
}

function versionOf(startLine: string): string {
  return /HTTP\/[\d.]+/.exec(startLine)?.[0] ?? ''
}
