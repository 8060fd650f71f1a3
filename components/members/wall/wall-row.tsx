import Link from 'next/link'
import { memo, useEffect, useMemo, useRef } from 'react'
import type { Order } from '@/contracts/orders'
import { statusNames } from '@/components/delivery/order-progress'
import {
  miniatureHeight,
  miniatureOf,
  miniatureWidth,
} from '@/components/trace/replay/miniature'
import type { SpanLike } from '@/components/trace/place-of'
import { spanRows } from '@/components/trace/span-rows'

type Spans = ReadonlyMap<string, SpanLike>

/** One order: who asked for what on the light side, what it did on the dark. */
export const WallRow = memo(function WallRow({
  order,
  traceId,
  spans,
  onSeen,
}: {
  order: Order
  traceId: string | null
  spans: Spans | undefined
  onSeen: (traceId: string) => void
}) {
  const row = useRef<HTMLLIElement>(null)
  const hasSpans = spans !== undefined
  useEffect(() => {
    const element = row.current
    if (!element || !traceId || hasSpans) return
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) onSeen(traceId)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [traceId, hasSpans, onSeen])
  const who = order.guest?.name ?? (order.guest ? 'A phone' : 'The owner')
  return (
    <li className="wall-row" ref={row}>
      <div className="wall-front">
        <b className="wall-who">
          <bdi>{who}</bdi>
        </b>
        <span className="wall-what">
          {order.restaurant.name}: {dishesOf(order)}
        </span>
        <span className={`wall-state at-${order.status}`}>
          <span className="wall-dots" aria-hidden="true">
            {order.history.map(({ status }) => (
              <i key={status} />
            ))}
          </span>
          {statusNames[order.status]}
        </span>
      </div>
      <div className="wall-pass pass" aria-hidden="true" />
      <div className="wall-back back">
        {traceId && <TraceBar who={who} traceId={traceId} spans={spans} />}
      </div>
    </li>
  )
})

function TraceBar({
  who,
  traceId,
  spans,
}: {
  who: string
  traceId: string
  spans: Spans | undefined
}) {
  const { lines, endMs, count } = useMemo(() => barOf(spans), [spans])
  const length = count === 0 ? '' : `${endMs.toFixed(1)} ms`
  return (
    <Link
      className="wall-trace"
      href={`/trace/${traceId}`}
      prefetch={false}
      aria-label={`Open the trace of the order of ${who}${length && `: ${length}, ${count} spans`}`}
    >
      <svg
        viewBox={`0 0 ${miniatureWidth} ${miniatureHeight}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {lines.map(({ place, path }) => (
          <path
            key={place}
            className={`r-${place}`}
            d={path}
            stroke="var(--b)"
            fill="none"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <span className="num">{length || traceId.slice(0, 8)}</span>
    </Link>
  )
}

function barOf(spans: Spans | undefined) {
  const rows = spanRows([...(spans?.values() ?? [])])
  const endMs = rows.reduce(
    (latest, { startMs, endMs }) => Math.max(latest, endMs ?? startMs),
    0,
  )
  return { lines: miniatureOf(rows, endMs), endMs, count: rows.length }
}

function dishesOf({ lines }: Order): string {
  return lines.map(({ quantity, name }) => `${quantity} × ${name}`).join(', ')
}
