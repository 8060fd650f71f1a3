import { Pass } from '@/components/trace/pass'
import { Ticket } from '@/components/trace/ticket'
import { figure } from '@/components/trace/time-scale'
import type { Show } from '@/components/trace/show'
import type { PressState } from './use-press'

/** The hatch, and the two tickets of one request on it. */
export function StagePass({
  show,
  state,
  atMs,
  isSeen,
}: {
  show: Show | null
  /** Null while a recorded order is shown. */
  state: PressState | null
  atMs: number
  isSeen: boolean
}) {
  const traceId = state?.traceId ?? show?.traceId ?? ''
  const request = show?.request ?? state?.request ?? null
  const response = show?.response ?? state?.response ?? null
  const travel = show?.travel ?? null
  const arrivedMs = travel ? travel.leaveMs + travel.requestMs : null
  const hasArrived = arrivedMs !== null && atMs >= arrivedMs
  const hasLeft = travel !== null && atMs >= travel.backMs
  const isBack = travel !== null && atMs >= travel.backMs + travel.responseMs
  const isShown =
    response !== null &&
    (show && isSeen ? hasLeft : state?.phase === 'refused' || !isSeen)
  const isRefused = response?.startLine.match(/ [45]\d\d/) !== null
  const fate = fateOf(isBack, isBack && Boolean(show?.isLost), isRefused)
  const tickets = (request ? 1 : 0) + (isShown ? 1 : 0)
  return (
    <Pass
      foot={
        <>
          HTTP/1.1
          <br />
          {tickets === 1 ? '1 ticket' : `${tickets} tickets`}
        </>
      }
    >
      {!request && <p className="pass-empty">Nothing on the rail yet</p>}
      {request && (
        <Ticket
          key={`request-${traceId}`}
          className="at-request is-crossing"
          direction="request"
          message={request}
          traceId={traceId}
          state={hasArrived ? 'received' : 'on-its-way'}
          stamp={
            hasArrived && travel
              ? `in ${figure(travel.requestMs)} ms`
              : undefined
          }
        />
      )}
      {isShown && response && (
        <Ticket
          key={`response-${traceId}`}
          className="at-response is-crossing"
          direction="response"
          message={response}
          traceId={traceId}
          state={fate}
          stamp={
            fate === 'lost'
              ? 'line cut'
              : isRefused
                ? 'refused'
                : isBack && travel
                  ? `in ${figure(travel.responseMs)} ms`
                  : undefined
          }
        />
      )}
    </Pass>
  )
}

function fateOf(isBack: boolean, isLost: boolean, isRefused: boolean) {
  if (isLost) return 'lost'
  if (isRefused) return 'refused'
  return isBack ? 'received' : 'on-its-way'
}
