import type { ReactNode } from 'react'
import { DemoLabel, type DemoKind } from '../ui/demo-label'
import { Icon, type IconName } from '../ui/icon'
import { KitchenMap } from './map'
import type { Show } from './show'
import type { MapLayout } from './stations'
import type { Playback } from './use-playback'
import { SpokenLine } from './spoken-line'
import { Waterfall } from './waterfall'

/**
 * The dark side of a stage: map, clock, timeline, and one sentence at a time. A
 * lab gives it a trace (as a show) and a layout; what it says of them is its own.
 */
export function KitchenStage({
  layout,
  later,
  show,
  isRest,
  kind,
  playback,
  label,
  clockWords,
  line,
  spoken,
  children,
}: {
  layout: MapLayout
  later?: { path: string; words: string }
  show: Show | null
  /** Nothing was pressed yet: what is shown was recorded, and stands still. */
  isRest: boolean
  /** Whether what is shown ran just now, or was kept. */
  kind: DemoKind
  playback: Playback
  /** What the timeline shows, for those who do not see it. */
  label: string
  clockWords: string
  line: ReactNode
  /** The line as a screen reader is told it. */
  spoken: string
  /** Buttons and links beside those of the playback. */
  children?: ReactNode
}) {
  const isOver = show !== null && playback.mode === 'over'
  const atMs = isRest || !show ? 0 : playback.atMs
  return (
    <div className="stage-kitchen">
      <div className="stage-map">
        <KitchenMap
          layout={layout}
          later={later}
          visits={isRest || !show ? [] : show.visits}
          playhead={isOver ? undefined : atMs}
        />
        <p className="stage-clock">
          <b>
            <span className="clock-pad">{padFor(atMs)}</span>
            {/* Replaced when it gains a digit: nothing is moved by that. */}
            <span key={padFor(atMs)}>{atMs.toFixed(1)}</span>
            <small>ms</small>
          </b>
          <span className="caps">{clockWords}</span>
          <span className="micro">
            {isRest || !show || playback.slowness <= 1
              ? '\u00a0'
              : `shown ${playback.slowness.toLocaleString('en')} × slower`}
          </span>
        </p>
      </div>
      <div className="stage-timeline">
        {show && (
          <Waterfall
            chart={show.chart}
            label={label}
            playhead={isRest || isOver ? undefined : atMs}
            isRecorded={isRest}
          />
        )}
      </div>
      <div className="stage-foot">
        <DemoLabel kind={kind} />
        <p className="stage-say">{line}</p>
        <SpokenLine>{spoken}</SpokenLine>
        <div className={isRest ? 'stage-actions is-rest' : 'stage-actions'}>
          {show && !isRest && <PlaybackKeys playback={playback} />}
          {children}
        </div>
      </div>
    </div>
  )
}

/** Fixed width, so that the figure grows without moving. */
function padFor(atMs: number): string {
  return '\u00a0'.repeat(Math.max(0, 6 - atMs.toFixed(1).length))
}

function PlaybackKeys({ playback }: { playback: Playback }) {
  const { mode } = playback
  return (
    <>
      {mode === 'playing' && (
        <StageAction icon="pause" label="Pause" onClick={playback.pause} />
      )}
      {mode === 'paused' && (
        <StageAction icon="play" label="Play on" onClick={playback.play} />
      )}
      {(mode === 'playing' || mode === 'paused') && (
        <StageAction
          icon="skip"
          label="Skip to the end"
          onClick={playback.skip}
        />
      )}
      {mode === 'over' && (
        <StageAction icon="rewind" label="Replay" onClick={playback.replay} />
      )}
    </>
  )
}

export function StageAction({
  icon,
  label,
  onClick,
}: {
  icon: IconName
  label: string
  onClick: () => void
}) {
  return (
    <button type="button" className="button" onClick={onClick}>
      <Icon name={icon} size={15} />
      {label}
    </button>
  )
}
