import type { HrTime } from '@opentelemetry/api'
import type { Span } from '@/contracts/trace'
import { changesOf, tableShapes, type Noted } from './row-changes'

/**
 * A span as it is recorded: the contract's, with times that have not become
 * text, and notes of the changed rows that nobody has read yet.
 */
export type RecordedSpan = Pick<
  Span,
  | 'spanId'
  | 'parentSpanId'
  | 'name'
  | 'kind'
  | 'service'
  | 'status'
  | 'attributes'
  | 'events'
  | 'code'
  | 'sql'
  | 'wire'
> & { startTime: HrTime; endTime: HrTime; noted?: Noted }

/** What is known of a span when it begins. */
export type RecordedStart = Pick<
  RecordedSpan,
  'spanId' | 'parentSpanId' | 'name' | 'kind' | 'service' | 'startTime'
>

export function startOf(span: RecordedStart): RecordedStart {
  const { spanId, parentSpanId, name, kind, service, startTime } = span
  return { spanId, parentSpanId, name, kind, service, startTime }
}

export function nanoseconds([seconds, nanos]: HrTime): string {
  return `${seconds}${String(nanos).padStart(9, '0')}`
}

function hrTime(nanosText: string): HrTime {
  return [Number(nanosText.slice(0, -9)), Number(nanosText.slice(-9))]
}

/** A span that somebody else recorded. */
export function recordedFrom(span: Span): RecordedSpan {
  const { startTimeUnixNano, endTimeUnixNano, traceId: _, ...rest } = span
  return {
    ...rest,
    startTime: hrTime(startTimeUnixNano),
    endTime: hrTime(endTimeUnixNano),
  }
}

/** A recorded span as the contract has it. */
export function spanFrom(traceId: string, recorded: RecordedSpan): Span {
  const { startTime, endTime, noted, ...rest } = recorded
  return {
    traceId,
    ...rest,
    startTimeUnixNano: nanoseconds(startTime),
    endTimeUnixNano: nanoseconds(endTime),
    ...(rest.sql && noted ? { sql: { ...rest.sql, ...changesIn(noted) } } : {}),
  }
}

function changesIn({ json, leftOut }: Noted) {
  return changesOf(JSON.parse(json), leftOut, tableShapes)
}
