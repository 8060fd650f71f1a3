import type { Span } from '@/contracts/trace'
import type { ChartRow } from '../chart'
import { correctClockSkew } from '../clock-skew'
import type { Skew } from '../skew-words'
import { spanRows, type SpanRow } from '../span-rows'
import { travelIn } from '../trace-facts'
import { momentOf, stepsOf, type ReplayStep } from './steps'
import { timelineOf } from './timeline'

/** All that a replay draws, computed from the spans and from nothing else. */
export type ReplayModel = {
  /** With the clocks of all programs brought together. */
  spans: Span[]
  skew: Skew
  rows: SpanRow<Span>[]
  endMs: number
  steps: ReplayStep<Span>[]
  /** Where the playhead stands for each step. */
  moments: number[]
  spanById: Map<string, Span>
  /** The index of the step that tells of a span. */
  stepBySpan: Map<string, number>
  front: ChartRow[]
  back: ChartRow[]
  travel: ReturnType<typeof travelIn>
  answer: Answer | null
  failed: number
  /** Recorded by this site's own programs, and by no others. */
  isOwn: boolean
}

const ownServices = /^(browser|plateful|restaurant)$/

/** The opening request's reply: its status, and when it had been read. */
type Answer = { status: number; atMs: number }

export function replayOf(recorded: readonly Span[]): ReplayModel {
  const { spans, ...skew } = correctClockSkew(recorded)
  const rows = spanRows(spans)
  let [endMs, failed, isOwn] = [0, 0, true]
  const spanById = new Map<string, Span>()
  for (const { span, startMs, endMs: end } of rows) {
    endMs = Math.max(endMs, end ?? startMs)
    if (span.status.code === 'error') failed++
    isOwn &&= ownServices.test(span.service)
    spanById.set(span.spanId, span)
  }
  const steps = stepsOf(rows)
  const stepBySpan = new Map<string, number>()
  for (const { spanIds, number } of steps)
    for (const id of spanIds) stepBySpan.set(id, number - 1)
  return {
    spans,
    skew,
    rows,
    endMs,
    steps,
    moments: steps.map((_, index) => momentOf(steps, index)),
    spanById,
    stepBySpan,
    ...timelineOf(rows),
    travel: travelIn(rows),
    answer: answerOf(rows),
    isOwn,
    failed,
  }
}

function answerOf(rows: readonly SpanRow<Span>[]): Answer | null {
  const opening = rows.find(
    ({ span, place }) => span.kind === 'server' && place === 'server',
  )
  const status = opening?.span.attributes['http.response.status_code']
  if (!opening || typeof status !== 'number' || opening.endMs === null) {
    return null
  }
  const call = rows.find(
    ({ span }) => span.spanId === opening.span.parentSpanId,
  )
  return { status, atMs: call?.endMs ?? opening.endMs }
}

/** A step as the scrubber speaks it: `17.4 milliseconds, step 7 of 13: …`. */
export function spokenPosition(
  model: ReplayModel,
  index: number,
  atMs: number,
  title: string,
): string {
  const ms = Number(atMs.toFixed(1))
  return `${ms} milliseconds, step ${index + 1} of ${model.steps.length}: ${title}`
}
