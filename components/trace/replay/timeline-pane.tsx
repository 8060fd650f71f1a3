import { useMemo, useRef, useState, type CSSProperties } from 'react'
import { Icon } from '@/components/ui/icon'
import type { ChartRow } from '../chart'
import { fractionAt, timeScale, type TimeScale } from '../time-scale'
import { rowAt, WaterfallRow } from '../waterfall'
import { placed } from '../waterfall-bar'
import type { ReplayModel } from './model'
import { rowWindow, windowedAbove } from './row-window'
import type { ReplayControls } from './use-replay'
import {
  padding,
  placesOf,
  rowHeight,
  sheetOf,
  useRowSeen,
} from './use-row-place'
import { useHeld } from './use-held'
import { useView, type View } from './use-view'
import { stretchAt, zoomBy, type Stretch, type Zoom } from './zoom'

/** Every span as a bar: the browser's above the pass, the others below it. */
export function TimelinePane({
  model,
  controls,
}: {
  model: ReplayModel
  controls: ReplayControls
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const { front, back, endMs } = model
  const isWindowed = front.length + back.length > windowedAbove
  const places = useMemo(() => placesOf(model), [model])
  const view = useView(scroller, isWindowed ? places : null)
  const { zoom, setZoom, scale } = useZoom(controls.atMs, endMs)
  const sheet = sheetOf(front.length, back.length)
  useRowSeen(scroller, model, controls, view)
  useHeld(scroller, places)
  const side = { scale, controls, view, isWindowed }
  // On the line alone: set any higher, it would have every row styled anew.
  const now: CSSProperties & Record<'--at', string> = {
    '--at': fractionAt(scale, controls.atMs).toFixed(6),
  }
  return (
    <section className="timeline" aria-labelledby="timeline-name">
      <h2 id="timeline-name" className="sr-only">
        Timeline: {front.length + back.length} spans
      </h2>
      <Axis scale={scale} zoom={zoom} onZoom={setZoom} />
      <div
        className={
          isWindowed ? 'timeline-scroller is-windowed' : 'timeline-scroller'
        }
        ref={scroller}
        tabIndex={isWindowed ? 0 : undefined}
        role={isWindowed ? 'region' : undefined}
        aria-label={isWindowed ? 'Rows of the timeline' : undefined}
      >
        <div className="timeline-sheet" style={{ height: sheet.height }}>
          {front.length > 0 && (
            <Side
              {...side}
              rows={front}
              top={sheet.front}
              label="Browser and network"
              className="front"
            />
          )}
          {front.length > 0 && back.length > 0 && (
            <div
              className="timeline-pass"
              style={{ transform: `translateY(${sheet.pass}px)` }}
              aria-hidden="true"
            >
              <span>The pass</span>
              <span>browser above, server below</span>
            </div>
          )}
          {back.length > 0 && (
            <Side
              {...side}
              rows={back}
              top={sheet.back}
              label="Server"
              className="back"
            />
          )}
          <i className="timeline-now" style={now} aria-hidden="true" />
        </div>
      </div>
    </section>
  )
}

/** The time axis; drawn wider, its stretch of time follows the playhead. */
function useZoom(atMs: number, endMs: number) {
  const [zoom, setZoom] = useState<Zoom>(1)
  const [held, setHeld] = useState<Stretch | null>(null)
  const stretch = stretchAt(atMs, endMs, zoom, held)
  if (held?.fromMs !== stretch.fromMs || held.toMs !== stretch.toMs)
    setHeld(stretch)
  const { fromMs, toMs } = stretch
  const scale = useMemo(() => timeScale(fromMs, toMs), [fromMs, toMs])
  return { zoom, setZoom, scale }
}

function Axis({
  scale,
  zoom,
  onZoom,
}: {
  scale: TimeScale
  zoom: Zoom
  onZoom: (zoom: Zoom) => void
}) {
  return (
    <div className="timeline-axis front">
      <div className="timeline-zoom" role="group" aria-label="Time axis">
        <ZoomKey
          icon="minus"
          label="Show more time"
          {...{ zoom, onZoom }}
          by={-1}
        />
        <ZoomKey
          icon="plus"
          label="Show less time, wider"
          {...{ zoom, onZoom }}
          by={1}
        />
        <span>{zoom === 1 ? 'all of it' : `${zoom}× wider`}</span>
      </div>
      <div className="timeline-ticks" aria-hidden="true">
        {scale.ticks.map(({ ms, at, label }) => (
          <span
            key={ms}
            style={{
              transform: `translateX(min(var(--lane) * ${at.toFixed(5)} - 50%, var(--lane) - 100%))`,
            }}
          >
            {label}
          </span>
        ))}
      </div>
    </div>
  )
}

function ZoomKey({
  icon,
  label,
  zoom,
  onZoom,
  by,
}: {
  icon: 'plus' | 'minus'
  label: string
  zoom: Zoom
  onZoom: (zoom: Zoom) => void
  by: 1 | -1
}) {
  const next = zoomBy(zoom, by)
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={next === zoom || undefined}
      onClick={() => onZoom(next)}
    >
      <Icon name={icon} size={13} />
    </button>
  )
}

function Side({
  rows,
  top,
  label,
  className,
  scale,
  controls,
  view,
  isWindowed,
}: {
  rows: readonly ChartRow[]
  top: number
  label: string
  className: string
  scale: TimeScale
  controls: ReplayControls
  view: View | null
  isWindowed: boolean
}) {
  const { first, count } = rowWindow(
    rows.length,
    rowHeight,
    view,
    top,
    isWindowed,
  )
  const { atMs, spanId, hrefOf, stepIndexOf } = controls
  return (
    <div
      className={`timeline-side ${className}`}
      style={{
        height: rows.length * rowHeight + 2 * padding,
        transform: `translateY(${top - padding}px)`,
      }}
    >
      <div className="timeline-grid" aria-hidden="true">
        {scale.ticks.map(({ ms, at }) => (
          <i key={ms} style={{ transform: placed(at) }} />
        ))}
      </div>
      <ol
        className="wf timeline-rows"
        aria-label={
          count < rows.length
            ? `${label}, rows ${first + 1} to ${first + count} of ${rows.length}`
            : label
        }
        style={{ top: padding }}
      >
        {rows.slice(first, first + count).map((row, index) => (
          <WaterfallRow
            key={row.id}
            {...rowAt(row, atMs)}
            scale={scale}
            isRecorded={false}
            isSelected={row.id === spanId}
            href={hrefOf(stepIndexOf(row.id), row.id)}
            top={(first + index) * rowHeight}
          />
        ))}
      </ol>
    </div>
  )
}
