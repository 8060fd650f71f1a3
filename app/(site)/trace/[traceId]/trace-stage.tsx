import type { CSSProperties } from 'react'
import type { Trace } from '@/contracts/trace'
import { chartOf } from '@/components/trace/chart'
import { correctClockSkew } from '@/components/trace/clock-skew'
import { originOf } from '@/components/trace/span-rows'
import { Story } from '@/components/trace/story-list'
import { Ticket } from '@/components/trace/ticket'
import { SkewNote } from '@/components/trace/skew-note'
import type { Skew } from '@/components/trace/skew-words'
import { duration, figure } from '@/components/trace/time-scale'
import { traceFacts, travelOf, wireOf } from '@/components/trace/trace-facts'
import { Waterfall } from '@/components/trace/waterfall'
import { momentOf } from './steps-of'

/** The story on the light side, the timeline on the dark, the pass between. */
export function TraceStage({ trace }: { trace: Trace }) {
  const { spans, ...skew } = correctClockSkew(trace.spans)
  const { durationMs } = traceFacts(spans)
  const chart = chartOf(spans)
  const isPress = spans.some(({ name }) => name === 'press Place order')
  const rows: CSSProperties & Record<'--rows', number> = {
    '--rows': chart.rows.length,
  }
  return (
    <section className="trace-stage" aria-label="The trace">
      <div className="trace-front front">
        <h1>{isPress ? 'One press.' : 'One request.'}</h1>
        <Opening trace={trace} />
        <Story spans={spans} hrefOf={hrefOf} />
      </div>
      <TracePass trace={trace} />
      <div className="trace-back back">
        <p className="trace-split">
          {counted(spans.length, 'span')} in {duration(durationMs)}.
        </p>
        <Facts trace={trace} skew={skew} />
        <div className="trace-timeline" id="timeline" style={rows}>
          <Waterfall
            chart={chart}
            label="Timeline of this trace"
            hrefOf={hrefOf}
          />
        </div>
      </div>
    </section>
  )
}

function Opening({ trace: { spans } }: { trace: Trace }) {
  const { request, response } = wireOf(spans)
  const origin = originOf(spans)
  const iso = new Date(Number(origin / 1_000_000n)).toISOString()
  return (
    <p className="trace-lede">
      {request && response && (
        <>
          <b>{withoutVersion(request.startLine)}</b> was answered with{' '}
          <b>{withoutVersion(response.startLine)}</b>.{' '}
        </>
      )}
      Recorded <time dateTime={iso}>{momentOf(origin)}</time>, in your sandbox.
      Each line leads to its code, its SQL and its messages below.
    </p>
  )
}

function Facts({ trace, skew }: { trace: Trace; skew: Skew }) {
  const { statements, rowsWritten, failed } = traceFacts(trace.spans)
  return (
    <div className="trace-facts">
      <p>
        {counted(statements, 'SQL statement')}, {counted(rowsWritten, 'row')}{' '}
        written,{' '}
        {failed === 0 ? 'nothing failed' : `${counted(failed, 'span')} failed`}.{' '}
        {trace.truncated
          ? 'Some spans were left out: a trace holds 512 of them, and 1 MiB.'
          : 'No span was left out.'}
      </p>
      <SkewNote skew={skew} />
      <p className="trace-id">
        <code>{trace.traceId}</code>
        <a
          className="button"
          href={`/api/traces/${trace.traceId}?format=otlp`}
          download={`trace-${trace.traceId}.json`}
        >
          Export as OTLP
        </a>
      </p>
    </div>
  )
}

function TracePass({ trace: { traceId, spans } }: { trace: Trace }) {
  const { request, response } = wireOf(spans)
  const travel = travelOf(correctClockSkew(spans).spans)
  const isRefused = / [45]\d\d/.test(response?.startLine ?? '')
  return (
    <div className="pass trace-pass" role="group" aria-label="The pass">
      <span className="trace-pass-label caps" aria-hidden="true">
        The pass
      </span>
      {request && (
        <Ticket
          className="at-request"
          direction="request"
          message={request}
          traceId={traceId}
          state="received"
          stamp={travel ? `in ${figure(travel.requestMs)} ms` : undefined}
        />
      )}
      {response && (
        <Ticket
          className="at-response"
          direction="response"
          message={response}
          traceId={traceId}
          state={isRefused ? 'refused' : 'received'}
          stamp={
            isRefused
              ? 'refused'
              : travel
                ? `in ${figure(travel.responseMs)} ms`
                : undefined
          }
        />
      )}
    </div>
  )
}

function hrefOf(spanId: string): string {
  return `#step-${spanId}`
}

function withoutVersion(startLine: string): string {
  return startLine.replace(/^HTTP\/[\d.]+ | HTTP\/[\d.]+$/g, '')
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count.toLocaleString('en')} ${what}s`
}
