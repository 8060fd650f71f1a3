import { codeFileOf, type SpanLike } from '../place-of'
import { inTime, type SpanRow } from '../span-rows'

/** One step of the story: a span, and those that are told along with it. */
export type ReplayStep<S extends SpanLike = SpanLike> = {
  /** From 1, as a reader counts. */
  number: number
  row: SpanRow<S>
  spanIds: string[]
}

/**
 * A trace as the steps of its story, in the order of time. A single statement
 * of a step is told with that step, and so is the bracket of a transaction; its
 * statements are steps of their own, because each of them can be taken back.
 */
export function stepsOf<S extends SpanLike>(
  rows: readonly SpanRow<S>[],
): ReplayStep<S>[] {
  const stepBy = new Map<string, ReplayStep<S>>()
  const rowBy = new Map<string, SpanRow<S>>()
  for (const row of rows) rowBy.set(row.span.spanId, row)
  const steps: ReplayStep<S>[] = []
  for (const row of inTime(rows)) {
    const { spanId, parentSpanId } = row.span
    const parent =
      row.place === 'data' && parentSpanId ? rowBy.get(parentSpanId) : undefined
    const told = parent && isToldWith(row, parent)
    const step = told ? stepBy.get(parent.span.spanId) : undefined
    if (step) {
      step.spanIds.push(spanId)
      stepBy.set(spanId, step)
      continue
    }
    const own = { number: steps.length + 1, row, spanIds: [spanId] }
    steps.push(own)
    stepBy.set(spanId, own)
  }
  return steps
}

/** Whether a reader is told of a span while hearing of its parent. */
function isToldWith(row: SpanRow, parent: SpanRow): boolean {
  if (row.place !== 'data' || parent.place === 'data') return false
  if (parent.span.kind !== 'internal' || codeFileOf(parent.span) === '')
    return false
  return row.span.name === 'transaction' || !row.hasChildren
}

/** The step that is running at a moment: the last that has begun. */
export function stepAt(steps: readonly ReplayStep[], atMs: number): number {
  let low = 0
  let high = steps.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const step = steps[middle]
    if (step && step.row.startMs <= atMs + 1e-9) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * Where the playhead stands when a step is chosen: half way through what the
 * step does before the next one begins, so that it is seen at work.
 */
export function momentOf(steps: readonly ReplayStep[], index: number): number {
  const step = steps[index]
  if (!step) return 0
  const { startMs, endMs } = step.row
  const next = steps[index + 1]?.row.startMs ?? Infinity
  const until = Math.min(endMs ?? next, next)
  return Number.isFinite(until) ? startMs + (until - startMs) / 2 : startMs
}
