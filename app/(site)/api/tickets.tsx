import { STATUS_CODES } from 'node:http'
import { barcodeOf } from '@/components/trace/barcode'
import { Icon } from '@/components/ui/icon'
import { headerOf, recordedOn, textOf, type Exchange } from './examples'
import type { OperationEntry } from './reference'
import { modelOf } from './snippets/model-of'
import { RequestSnippets } from './snippets/request-snippets'

/** What goes out: the request, ready to be copied. */
export function RequestTicket({
  operation,
  base,
}: {
  operation: OperationEntry
  base: string
}) {
  const { method, path } = operation
  return (
    <div className="ticket api-ticket r-network">
      <div className="ticket-sheet">
        <p className="ticket-head">
          <span>
            Request
            <Icon name="arrow-right" size={12} />
          </span>
        </p>
        <p className="ticket-line">
          {method} {path}
        </p>
        <RequestSnippets model={modelOf(operation)} base={base} />
      </div>
    </div>
  )
}

/** The ticket at the head of the page, with what the reader needs to know of it. */
export function FirstTicket(props: {
  operation: OperationEntry
  base: string
}) {
  return (
    <div className="api-first">
      <RequestTicket {...props} />
      <p className="needs-script">
        Copy puts the token of your own sandbox in; if you have none, one is
        made. The token is asked for when you press, and kept in this page only.
      </p>
    </div>
  )
}

/** What came back when this was recorded. */
export function ReplyTicket({ exchange }: { exchange: Exchange }) {
  const { status, headers, leftOut } = exchange
  const text = textOf(exchange)
  const traceId = headerOf(exchange, 'traceresponse').split('-')[1] ?? ''
  return (
    <div
      className={`ticket api-ticket ${status < 400 ? 'r-network' : 'r-fail'}`}
    >
      <div className="ticket-sheet">
        <p className="ticket-head">
          <span>
            <Icon name="arrow-left" size={12} />
            Response
          </span>
          <span className="stamp">recorded {recordedOn}</span>
        </p>
        <p className="ticket-line">
          {status} {STATUS_CODES[status]}
        </p>
        <dl>
          {headers
            .filter(([name]) => !unsaid.includes(name))
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        <hr />
        <pre>{text || 'no body'}</pre>
        <LeftOut leftOut={leftOut} />
        {traceId && (
          <p className="ticket-foot">
            <svg className="barcode" width="108" height="14" aria-hidden="true">
              <path d={barsOf(traceId)} />
            </svg>
            <span>{traceId.slice(0, 8)}</span>
          </p>
        )}
      </div>
    </div>
  )
}

/** The trace id as bars, in one stroke: there are many tickets here. */
function barsOf(traceId: string): string {
  return barcodeOf(traceId, 108)
    .map(({ x, width }) => `M${x} 0h${width}v14h-${width}z`)
    .join('')
}

/** Told under the conventions, and the same in every reply. */
const unsaid = ['cache-control', 'server-timing', 'ratelimit-policy']

function LeftOut({ leftOut }: Pick<Exchange, 'leftOut'>) {
  if (leftOut.length === 0) return null
  return (
    <p className="ticket-cut">
      Cut to be read:{' '}
      {leftOut
        .map(({ pointer, count }) =>
          pointer === ''
            ? `${count} more events`
            : `${count} more in ${pointer}`,
        )
        .join(', ')}
      .
    </p>
  )
}
