import type { WireMessage } from '@/contracts/trace'
import { parseJson } from '../parse-json'
import { Icon } from '../ui/icon'
import { barcodeOf } from './barcode'

type TicketProps = {
  message: WireMessage
  direction: 'request' | 'response'
  traceId: string
  /** On its way has no stamp; the others say what became of it. */
  state?: 'on-its-way' | 'received' | 'refused' | 'lost'
  stamp?: string
  /** The head's right side, e.g. a short order id. */
  number?: string
  className?: string
}

/** One HTTP message as a kitchen ticket. */
export function Ticket(props: TicketProps) {
  const { message, direction, traceId, state = 'on-its-way', stamp } = props
  const role = state === 'refused' ? 'r-fail' : 'r-network'
  const isRequest = direction === 'request'
  return (
    <article
      className={`ticket ${role} is-${state} ${props.className ?? ''}`}
      aria-label={`${isRequest ? 'Request' : 'Response'} ticket, ${words[state]}`}
    >
      <div className="ticket-sheet">
        <p className="ticket-head">
          <span>
            {!isRequest && <Icon name="arrow-left" size={12} />}
            {isRequest ? 'Request' : 'Response'}
            {isRequest && <Icon name="arrow-right" size={12} />}
          </span>
          {props.number && <span>{props.number}</span>}
        </p>
        <p className="ticket-line">{headline(message.startLine)}</p>
        <dl>
          {chosenHeaders(message).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd title={value}>{value}</dd>
            </div>
          ))}
        </dl>
        <hr />
        <pre>
          {bodyLines(message.body).map((line, index) => (
            <span key={index}>{line}</span>
          ))}
        </pre>
        <p className="ticket-foot">
          <Barcode traceId={traceId} width={stamp ? 84 : 108} />
          {stamp ? (
            <span className="stamp">{stamp}</span>
          ) : (
            <span>{traceId.slice(0, 8)}</span>
          )}
        </p>
      </div>
    </article>
  )
}

/** The trace id as bars. */
export function Barcode({
  traceId,
  width,
}: {
  traceId: string
  width: number
}) {
  return (
    <svg className="barcode" width={width} height="14" aria-hidden="true">
      {barcodeOf(traceId, width).map((bar) => (
        <rect key={bar.x} x={bar.x} width={bar.width} height="14" />
      ))}
    </svg>
  )
}

const words = {
  'on-its-way': 'on its way',
  received: 'received',
  refused: 'refused',
  lost: 'lost',
} as const

const wanted = [
  'cookie',
  'idempotency-key',
  'location',
  'server-timing',
  'retry-after',
  'content-type',
]

function chosenHeaders({ headers }: WireMessage): [string, string][] {
  return wanted
    .flatMap((name): [string, string][] => {
      const field = headers.find(([key]) => key.toLowerCase() === name)
      return field ? [[name, field[1]]] : []
    })
    .slice(0, 2)
}

/** `POST /api/orders HTTP/1.1` and `HTTP/1.1 201 Created` without the version. */
function headline(startLine: string): string {
  return startLine.replace(/^HTTP\/[\d.]+ | HTTP\/[\d.]+$/g, '')
}

const members = ['id', 'status', 'total', 'title', 'restaurant', 'lines']

function bodyLines(body: string | null): string[] {
  if (!body) return ['no body']
  const json = parseJson(body)
  if (typeof json !== 'object' || json === null) return [body]
  const entries = Object.entries(json)
    .filter(([key]) => members.includes(key))
    .sort(([a], [b]) => members.indexOf(a) - members.indexOf(b))
  const lines = entries
    .slice(0, 3)
    .flatMap(([key, value]: [string, unknown]) =>
      Array.isArray(value)
        ? [`"${key}":[`, ...value.map((item) => ` ${JSON.stringify(item)}`)]
        : [`"${key}":${JSON.stringify(value)}`],
    )
  return lines.slice(0, 4).map((line, i) => (i === 0 ? `{${line}` : ` ${line}`))
}
