import type { CSSProperties } from 'react'
import { Icon } from '../ui/icon'
import type { Chart, ChartBit, ChartRow } from './chart'
import { placeNames } from './place-of'
import { elapsedAt, stateAt } from './playback'
import {
  duration,
  figure,
  fractionAt,
  timeScale,
  type TimeScale,
} from './time-scale'

export type WaterfallProps = {
  /** From `chartOf(spans)`. */
  chart: Chart
  /** What the timeline shows, for those who do not see it. */
  label: string
  /** The moment shown, in trace milliseconds. Without it, all is done. */
  playhead?: number
  /** Dashed and grey: a run that is not the reader's own. */
  isRecorded?: boolean
  /** The end of the axis, when several charts share one. */
  untilMs?: number
  selectedId?: string
  /** An address for each row; without it rows are plain text. */
  hrefOf?: (spanId: string) => string
}

/** The timeline of a trace. Plain markup: it needs no JavaScript. */
export function Waterfall(props: WaterfallProps) {
  const { chart, label, playhead, isRecorded = false } = props
  const scale = timeScale(0, props.untilMs ?? chart.endMs)
  return (
    <div className={isRecorded ? 'wf is-recorded' : 'wf'}>
      <div className="wf-axis" aria-hidden="true">
        {scale.ticks.map(({ ms, at, label }) => (
          <span
            key={ms}
            className={at > 0.95 ? 'at-end' : undefined}
            style={{ left: percent(at) }}
          >
            {label}
          </span>
        ))}
      </div>
      <div className="wf-grid" aria-hidden="true">
        {scale.ticks.map(({ ms, at }) => (
          <i key={ms} style={{ left: percent(at) }} />
        ))}
        {playhead !== undefined && (
          <b style={{ transform: shift(fractionAt(scale, playhead)) }} />
        )}
      </div>
      <ol className="wf-rows" aria-label={label}>
        {chart.rows.map((row) => (
          <Row key={row.id} {...props} row={row} scale={scale} />
        ))}
      </ol>
    </div>
  )
}

function Row({
  row,
  scale,
  playhead,
  isRecorded,
  selectedId,
  hrefOf,
}: WaterfallProps & { row: ChartRow; scale: TimeScale }) {
  const state = isRecorded ? 'waiting' : stateAt(row, playhead)
  const isFailed = row.isFailed && state === 'done'
  const classes = ['wf-row', `r-${isFailed ? 'fail' : row.place}`, state]
  if (row.isGroup) classes.push('is-group')
  if (isFailed) classes.push('is-failed')
  if (row.id === selectedId) classes.push('is-selected')
  const indent: CSSProperties & Record<'--depth', number> = {
    '--depth': row.depth,
  }
  const name = (
    <>
      <Icon name={isFailed ? 'fail' : row.place} size={12} />
      <span>{row.name}</span>
    </>
  )
  return (
    <li className={classes.join(' ')} style={indent} data-span-row={row.id}>
      {hrefOf ? (
        <a className="wf-name" href={hrefOf(row.id)} title={row.name}>
          {name}
        </a>
      ) : (
        <span className="wf-name" title={row.name}>
          {name}
        </span>
      )}
      <span className="sr-only">{inWords(row)}</span>
      <span className="wf-lane" aria-hidden="true">
        <Bar
          className="wf-bar"
          {...{ bit: row, scale, playhead, isRecorded }}
        />
        {row.bits.map((bit) => (
          <Bar
            key={bit.id}
            className={`wf-bit r-${bit.isFailed ? 'fail' : bit.place}`}
            {...{ bit, scale, playhead, isRecorded }}
          />
        ))}
        {(state !== 'waiting' || isRecorded) && (
          <Figure {...{ row, scale, playhead, isRecorded }} />
        )}
      </span>
    </li>
  )
}

function Bar({
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
  return (
    <span
      className={isWaiting ? `${className} is-waiting` : className}
      style={{
        left: percent(from),
        width: percent((isWaiting ? whole : to) - from),
      }}
    />
  )
}

function Figure({
  row,
  scale,
  playhead,
  isRecorded,
}: Drawn & { row: ChartRow }) {
  const elapsed = elapsedAt(row, isRecorded ? undefined : playhead)
  const end = fractionAt(scale, row.startMs + elapsed)
  const start = fractionAt(scale, row.startMs)
  const style =
    end > 0.88
      ? { transform: `${shift(start)} translateX(-100%)` }
      : { transform: shift(end) }
  return (
    <span className="wf-figure" style={style}>
      {figure(elapsed)}
    </span>
  )
}

type Drawn = { scale: TimeScale; playhead?: number; isRecorded?: boolean }

function inWords(row: ChartRow): string {
  const { place, startMs, endMs, isFailed, bits } = row
  const inside = bits.map((bit) => bit.name).join(', ')
  return [
    `, ${placeNames[place]}, from ${duration(startMs)}`,
    endMs === null ? 'still running' : `for ${duration(endMs - startMs)}`,
    ...(isFailed ? ['failed'] : []),
    ...(inside ? [`with ${inside}`] : []),
  ].join(', ')
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(3)}%`
}

/** Moved, not laid out anew, so that nothing else is. */
function shift(fraction: number): string {
  return `translateX(calc(var(--lane) * ${fraction.toFixed(5)}))`
}
