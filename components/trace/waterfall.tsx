import { memo, useMemo, type CSSProperties } from 'react'
import { Icon } from '../ui/icon'
import type { Chart, ChartRow } from './chart'
import { placeNames } from './place-of'
import { stateAt, type SpanState } from './playback'
import { duration, fractionAt, timeScale, type TimeScale } from './time-scale'
import { Bar, Figure, percent, shift } from './waterfall-bar'

type WaterfallProps = {
  /** From `chartOf(spans)`. */
  chart: Chart
  /**
   * What the timeline shows, for those who do not see it. Null where the same
   * is told in words beside it: then it is a picture, and has none of its own.
   */
  label: string | null
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
  const {
    chart,
    label,
    playhead,
    isRecorded = false,
    selectedId,
    hrefOf,
  } = props
  const untilMs = props.untilMs ?? chart.endMs
  const scale = useMemo(() => timeScale(0, untilMs), [untilMs])
  return (
    <div
      className={isRecorded ? 'wf is-recorded' : 'wf'}
      aria-hidden={label === null || undefined}
    >
      <div className="wf-axis" aria-hidden="true">
        {scale.ticks.map(({ ms, at, label }) => (
          <span
            key={ms}
            // Half a label's width from the end, none is wider than the chart.
            style={{
              left: `min(${percent(at)}, 100% - ${label.length / 2}ch)`,
            }}
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
      <ol className="wf-rows" aria-label={label ?? undefined}>
        {chart.rows.map((row) => (
          <WaterfallRow
            key={row.id}
            {...rowAt(row, playhead, isRecorded)}
            scale={scale}
            isRecorded={isRecorded}
            isSelected={row.id === selectedId}
            hasWords={label !== null}
            href={hrefOf?.(row.id)}
          />
        ))}
      </ol>
    </div>
  )
}

/** A row at a moment: only one that is at work changes with every frame. */
export function rowAt(
  row: ChartRow,
  playhead: number | undefined,
  isRecorded = false,
): { row: ChartRow; state: SpanState; playhead: number | undefined } {
  if (isRecorded) return { row, state: 'waiting', playhead: undefined }
  const state = stateAt(row, playhead)
  const isStill =
    playhead !== undefined &&
    state !== 'live' &&
    row.bits.every((bit) => stateAt(bit, playhead) === state)
  const at = state === 'done' ? undefined : -1
  return { row, state, playhead: isStill ? at : playhead }
}

type RowProps = {
  row: ChartRow
  state: SpanState
  /** Undefined when all of it is over, before its start when it waits. */
  playhead: number | undefined
  scale: TimeScale
  isRecorded: boolean
  isSelected: boolean
  /** Whether it says in words what its bar shows. */
  hasWords?: boolean
  href?: string
  /** Where it stands in its list, in pixels, when it is not in the flow. */
  top?: number
}

/** One span of a timeline; drawn anew only when something of it has changed. */
export const WaterfallRow = memo(function WaterfallRow(props: RowProps) {
  const { row, state, scale, playhead, isRecorded, isSelected } = props
  const isFailed = (row.isFailed || Boolean(row.fault)) && state === 'done'
  const classes = ['wf-row', `r-${isFailed ? 'fail' : row.place}`, state]
  if (row.isGroup) classes.push('is-group')
  if (isFailed) classes.push('is-failed')
  if (isSelected) classes.push('is-selected')
  const place: CSSProperties & Record<'--depth', number> = {
    '--depth': Math.min(row.depth, deepestIndent),
    transform:
      props.top === undefined ? undefined : `translateY(${props.top}px)`,
  }
  return (
    <li className={classes.join(' ')} style={place} data-span-row={row.id}>
      <RowName {...props} isFailed={isFailed} />
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
        <Figure {...{ row, scale, state, playhead, isRecorded }} />
      </span>
    </li>
  )
})

/** Deeper rows are not indented further: their names would have no room. */
const deepestIndent = 9

function RowName({
  row,
  isFailed,
  isSelected,
  hasWords = true,
  href,
}: RowProps & { isFailed: boolean }) {
  const name = (
    <>
      <Icon name={isFailed ? 'fail' : row.place} size={12} />
      <span title={row.name} aria-hidden={hasWords}>
        {row.name}
      </span>
      {hasWords && <span className="sr-only">{inWords(row)}</span>}
    </>
  )
  if (!href) {
    return <span className="wf-name">{name}</span>
  }
  return (
    <a className="wf-name" href={href} aria-current={isSelected || undefined}>
      {name}
    </a>
  )
}

function inWords(row: ChartRow): string {
  const { name, place, startMs, endMs, isFailed, fault, bits } = row
  const inside = bits.map((bit) => bit.name).join(', ')
  return [
    `${name}, ${placeNames[place]}, from ${duration(startMs)}`,
    endMs === null ? 'still running' : `for ${duration(endMs - startMs)}`,
    ...(isFailed ? ['failed'] : []),
    ...(fault ? [`the fault you armed: ${fault}`] : []),
    ...(inside ? [`with ${inside}`] : []),
  ].join(', ')
}
