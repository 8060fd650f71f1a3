import Link from 'next/link'
import type { Order } from '@/contracts/orders'
import { traceOf, type KnownTraces } from './known-traces'
import { actorNames, statusNames, stepsOf } from './order-progress'

/** What happened to an order, and what is still to come. */
export function OrderSteps({
  order,
  traces,
}: {
  order: Order
  traces: KnownTraces
}) {
  return (
    <ol className="order-steps" aria-label="Steps of this order">
      {stepsOf(order).map(({ status, state, at, by }) => {
        const traceId = at ? traceOf(traces, order.id, status) : null
        return (
          <li
            key={status}
            className={`is-${state} at-${status}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span>
              {state === 'to-come' ? (
                <ToCome name={statusNames[status]} />
              ) : (
                statusNames[status]
              )}
              {by && (
                <span className="order-by">
                  {by === 'guest' ? 'by you' : `by ${actorNames[by]}`}
                </span>
              )}
            </span>
            {traceId && (
              <Link href={`/trace/${traceId}`} prefetch={false}>
                trace<span className="sr-only"> of {statusNames[status]}</span>
              </Link>
            )}
            {at && (
              <time className="num" dateTime={at}>
                {clockOf(at)}
              </time>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** A look says so to others: here it is one piece of text, read in one go. */
function ToCome({ name }: { name: string }) {
  return (
    <>
      <span aria-hidden="true">{name}</span>
      <span className="sr-only">{name}, to come</span>
    </>
  )
}

function clockOf(at: string): string {
  return new Date(at).toLocaleTimeString([], { timeStyle: 'medium' })
}
