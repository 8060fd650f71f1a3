import { useMemo } from 'react'
import type { Span } from '@/contracts/trace'
import { chartOf } from '@/components/trace/chart'
import { correctClockSkew } from '@/components/trace/clock-skew'
import { Waterfall } from '@/components/trace/waterfall'
import { useTraceSpans } from './use-trace-spans'

type Shown = {
  /** Null before anything was sent. */
  traceId: string | null
  title: string
  maxRows?: number
  /** The end of the axis, where two traces are to be compared by eye. */
  untilMs?: number
}

/**
 * The timeline of a trace within a lab, as it comes in, with the way to its
 * replay.
 */
export function LabTrace(shown: Shown) {
  return <SpansOfTrace {...shown} spans={useTraceSpans(shown.traceId)} />
}

/** The same of spans that the lab has read itself. */
export function SpansOfTrace({
  traceId,
  spans,
  title,
  maxRows = 14,
  untilMs,
  isOthers = false,
}: Shown & {
  spans: readonly Span[]
  /** Whether it is a trace that the reader may not open. */
  isOthers?: boolean
}) {
  const chart = useMemo(
    () =>
      chartOf(correctClockSkew(spans).spans, {
        maxRows,
        places: ['network', 'server', 'data', 'service', 'auth'],
      }),
    [spans, maxRows],
  )
  return (
    <div className="lab-trace">
      <p className="lab-trace-head">
        <b>{title}</b>
        {traceId && !isOthers && (
          <a href={`/trace/${traceId}`}>Open the trace</a>
        )}
      </p>
      {chart.rows.length > 0 ? (
        <Waterfall chart={chart} label={title} untilMs={untilMs} />
      ) : (
        <p className="lab-trace-rest">
          {traceId ? 'The trace is on its way.' : 'Nothing has been sent yet.'}
        </p>
      )}
    </div>
  )
}
