import type { Inspected } from './inspected'
import { wireOfSpan, type Exchange, type WireOfSpan } from './exchange'
import { bodyInWords, journeyInWords } from './exchange-words'
import { Nothing, PartHead } from './inspector-parts'
import { TwoTruths } from './inspector-truths'
import { figure } from './time-scale'
import { WholeTicket } from './whole-ticket'

/** The messages of this step, or those of the exchange it belongs to. */
export function WireView(inspected: Inspected) {
  const { spans, span, isBrief } = inspected
  const wire = wireOfSpan(spans, span)
  const isShown = wire.kind === 'own' || (wire.kind === 'around' && !isBrief)
  return (
    <>
      {wire.kind !== 'own' && (
        <Nothing>
          Nothing crossed the wire in this step.{' '}
          <Instead wire={wire} inspected={inspected} />
        </Nothing>
      )}
      {isShown && (
        <>
          <Tickets exchange={wire.exchange} inspected={inspected} />
          <TwoTruths exchange={wire.exchange} inspected={inspected} />
        </>
      )}
    </>
  )
}

function Instead({
  wire,
  inspected: { hrefOf, atMs, isBrief },
}: {
  wire: WireOfSpan
  inspected: Inspected
}) {
  if (wire.kind === 'none')
    return 'No message of it was recorded, before or after.'
  if (wire.kind === 'own') return null
  const { span, startMs, crossings } = wire.exchange
  const [first] = crossings
  const words = (
    <a className="view-link" href={hrefOf(span.spanId)}>
      {first?.direction === 'request' ? 'The request' : 'The exchange'}
    </a>
  )
  if (wire.kind === 'around') {
    const arrivedMs = first?.arrivedMs ?? startMs
    return (
      <>
        {words} it belongs to came in at {figure(arrivedMs)} ms.
        {!isBrief && ' Here it is, with its answer.'}
      </>
    )
  }
  return (
    <>
      {words} it leads to {startMs <= atMs ? 'left' : 'leaves'} at{' '}
      {figure(startMs)} ms.
    </>
  )
}

function Tickets({
  exchange,
  inspected: { span, atMs },
}: {
  exchange: Exchange
  inspected: Inspected
}) {
  return (
    <div className="view-tickets">
      {exchange.crossings.map((crossing) => (
        <div key={crossing.direction}>
          <PartHead aside={bodyInWords(crossing.message)}>
            {journeyInWords(crossing, atMs)}
          </PartHead>
          <WholeTicket crossing={crossing} traceId={span.traceId} atMs={atMs} />
        </div>
      ))}
    </div>
  )
}
