import Link from 'next/link'
import { KitchenMap } from '@/components/trace/map'
import { Waterfall } from '@/components/trace/waterfall'
import { Icon } from '@/components/ui/icon'
import type { Show } from './show'
import type { Recorded } from './stage'
import { useSpoken } from './use-spoken'
import type { Playback } from './use-playback'
import type { PressState } from './use-press'

/** At rest, a recorded order being replayed, or the reader's own. */
export type StageSource = 'rest' | 'recorded' | 'own'

type KitchenProps = {
  source: StageSource
  show: Show | null
  state: PressState
  recorded: Recorded
  playback: Playback
  onReplayRecorded: () => void
}

/** The dark side: map, clock, timeline, and one sentence at a time. */
export function Kitchen(props: KitchenProps) {
  const { source, show, playback, recorded } = props
  const isRest = source === 'rest'
  const isOver = show !== null && playback.mode === 'over'
  const atMs = isRest || !show ? 0 : playback.atMs
  const whose =
    source === 'own'
      ? 'your order'
      : `a recorded order of ${recorded.day}, version ${recorded.version}`
  return (
    <div className="stage-kitchen">
      <div className="stage-map">
        <KitchenMap
          visits={isRest || !show ? [] : show.visits}
          playhead={isOver ? undefined : atMs}
        />
        <p className="stage-clock">
          <b>
            <span className="clock-pad">{padFor(atMs)}</span>
            {atMs.toFixed(1)}
            <small>ms</small>
          </b>
          <span className="caps">{clockWords(props)}</span>
          <span className="micro">{slownessWords(props)}</span>
        </p>
      </div>
      <div className="stage-timeline">
        {show && (
          <Waterfall
            chart={show.chart}
            label={`Timeline of ${whose}`}
            playhead={isRest || isOver ? undefined : atMs}
            isRecorded={isRest}
          />
        )}
      </div>
      <Foot {...props} />
    </div>
  )
}

/** Fixed width, so that the figure grows without moving. */
function padFor(atMs: number): string {
  return '\u00a0'.repeat(Math.max(0, 6 - atMs.toFixed(1).length))
}

function slownessWords({ source, show, playback }: KitchenProps): string {
  if (source === 'rest' || !show || playback.slowness <= 1) return '\u00a0'
  return `shown ${playback.slowness.toLocaleString('en')} × slower`
}

function clockWords({ source, show, playback }: KitchenProps): string {
  if (source === 'rest') return 'waiting for you'
  if (source === 'recorded') return 'recorded'
  return show && playback.mode === 'over'
    ? 'from press to ticket'
    : 'since you pressed'
}

function Foot(props: KitchenProps) {
  const { source, show, state, onReplayRecorded } = props
  const isRest = source === 'rest'
  const playback = show ? props.playback : { ...props.playback, mode: 'ready' }
  const line = lineAt(props)
  const spoken = useSpoken(isRest ? '' : line)
  return (
    <div className="stage-foot">
      <p className="stage-say">
        {isRest ? (
          <>
            Nothing is running. The dashed bars were recorded on{' '}
            {props.recorded.day} with version {props.recorded.version}.{' '}
            <b>Press the button to draw your own.</b>
          </>
        ) : (
          <b>{line}</b>
        )}
      </p>
      <p className="sr-only" aria-live="polite">
        {spoken}
      </p>
      <div className={isRest ? 'stage-actions is-rest' : 'stage-actions'}>
        {isRest && (
          <Action
            icon="rewind"
            label="Replay that one"
            onClick={onReplayRecorded}
          />
        )}
        {playback.mode === 'playing' && (
          <Action icon="pause" label="Pause" onClick={playback.pause} />
        )}
        {playback.mode === 'paused' && (
          <Action icon="play" label="Play on" onClick={playback.play} />
        )}
        {(playback.mode === 'playing' || playback.mode === 'paused') && (
          <Action icon="skip" label="Skip to the end" onClick={playback.skip} />
        )}
        {!isRest && playback.mode === 'over' && (
          <Action icon="rewind" label="Replay" onClick={playback.replay} />
        )}
        {source === 'own' && state.traceId && playback.mode === 'over' && (
          <Link
            className="button"
            href={`/trace/${state.traceId}`}
            prefetch={false}
          >
            Open the trace
            <Icon name="arrow-right" size={15} />
          </Link>
        )}
      </div>
    </div>
  )
}

function Action({
  icon,
  label,
  onClick,
}: {
  icon: 'pause' | 'play' | 'rewind' | 'skip'
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

/** The sentence for this moment. */
function lineAt({ source, show, state, playback }: KitchenProps): string {
  if (source === 'own' && !show) {
    return state.phase === 'refused'
      ? 'The order was not placed. What the server did will be shown if it says.'
      : 'Your request is on its way.'
  }
  if (!show) return ''
  if (playback.mode === 'over') {
    if (source === 'own') {
      if (state.phase === 'refused') {
        return 'Done: the server refused, and nothing of the order was kept.'
      }
      return show.isDelivered
        ? 'Done: your order is saved, and the restaurant knows.'
        : 'Your order is saved. The restaurant is told as soon as it can be reached.'
    }
    return 'That was a recorded order. Press the button to draw your own.'
  }
  const said = show.lines.findLast(({ startMs }) => startMs <= playback.atMs)
  return said?.text ?? 'You press the button.'
}
