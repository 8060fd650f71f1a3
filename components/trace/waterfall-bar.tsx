import type { ChartBit, ChartRow } from './chart'
import { elapsedAt, type SpanState } from './playback'
import { figure, fractionAt, isOnAxis, type TimeScale } from './time-scale'

export function Bar({
  className,
  bit,
  scale,
  playhead,
  isRecorded,
}: Drawn & { className: string; bit: ChartBit }) {
  const from = fractionAt(scale, bit.startMs)
  const drawn = isRecorded ? undefined : playhead
  const to = fractionAt(scale, bit.startMs + elapsedAt(bit, drawn))
  const whole = fractionAt(scale, bit.endMs ?? drawn ?? bit.startMs)
  const isWaiting = drawn !== undefined && drawn < bit.startMs
  if (!isOnAxis(scale, bit.startMs, bit.endMs ?? Infinity)) return null
  return (
    <span
      className={isWaiting ? `${className} is-waiting` : className}
      style={{
        transform: placed(from),
        width: percent((isWaiting ? whole : to) - from),
      }}
    />
  )
}

export function Figure({
  row,
  scale,
  state,
  playhead,
  isRecorded,
}: Drawn & { row: ChartRow; state: SpanState }) {
  const isWaiting = state === 'waiting'
  const until = isWaiting || isRecorded ? undefined : playhead
  const elapsed = elapsedAt(row, until)
  if (!isOnAxis(scale, row.startMs, row.endMs ?? Infinity)) return null
  const end = fractionAt(scale, row.startMs + elapsed)
  const start = fractionAt(scale, row.startMs)
  return (
    <span className="wf-figure" style={{ transform: beside(start, end) }}>
      {figure(elapsed)}
    </span>
  )
}

type Drawn = { scale: TimeScale; playhead?: number; isRecorded?: boolean }

export function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(3)}%`
}

/** Moved, not laid out anew, so that nothing else is. */
export function shift(fraction: number): string {
  return `translateX(calc(var(--lane) * ${fraction.toFixed(5)}))`
}

/** The same for what has edges: they fall on whole pixels, and stay sharp. */
export function placed(fraction: number): string {
  return `translateX(round(var(--lane) * ${fraction.toFixed(5)}, 1px))`
}

/**
 * After a bar's end; where the lane has no room for it there (its own width is
 * the 100 %), any excess at all pushes it back until it stands before the bar.
 */
function beside(start: number, end: number): string {
  const [first, last] = [start, end].map(
    (fraction) => `var(--lane) * ${fraction.toFixed(5)}`,
  )
  const excess = `max(0px, ${last} + 100% - var(--lane) - 2px)`
  return `translateX(max(${first} - 100%, ${last} - ${excess} * 1000))`
}
