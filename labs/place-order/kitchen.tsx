import Link from 'next/link'
import { KitchenStage, StageAction } from '@/components/trace/kitchen-stage'
import { kitchenLayout } from '@/components/trace/map-layouts'
import type { Show } from '@/components/trace/show'
import type { Playback } from '@/components/trace/use-playback'
import { Icon } from '@/components/ui/icon'
import type { Recorded } from './stage'
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

/** The dark side of the first page: the kitchen, and what is said of it. */
export function Kitchen(props: KitchenProps) {
  const { source, show, state, playback, recorded } = props
  const isRest = source === 'rest'
  const line = lineAt(props)
  const isOwnOver =
    source === 'own' && show !== null && playback.mode === 'over'
  return (
    <KitchenStage
      layout={kitchenLayout}
      later={later}
      show={show}
      isRest={isRest}
      kind={source === 'own' ? 'live' : 'recorded'}
      playback={playback}
      label={
        source === 'own'
          ? 'Timeline of your order'
          : `Timeline of a recorded order of ${recorded.day}, version ${recorded.version}`
      }
      clockWords={clockWords(props)}
      line={isRest ? <AtRest recorded={recorded} /> : <b>{line}</b>}
      spoken={isRest ? '' : line}
    >
      {isRest && (
        <StageAction
          icon="rewind"
          label="Replay that one"
          onClick={props.onReplayRecorded}
        />
      )}
      {isOwnOver && state.traceId && (
        <Link
          className="button"
          href={`/trace/${state.traceId}`}
          prefetch={false}
        >
          Open the trace
          <Icon name="arrow-right" size={15} />
        </Link>
      )}
    </KitchenStage>
  )
}

/** What other screens hear of it: the lab `track` shows that. */
const later = {
  path: 'M348 161H-36',
  words: 'later: events back to the browser',
}

function AtRest({ recorded: { day, version } }: { recorded: Recorded }) {
  return (
    <>
      Nothing is running. The dashed bars were recorded on {day} with version{' '}
      {version}. <b>Press the button to draw your own.</b>
    </>
  )
}

function clockWords({ source, show, playback }: KitchenProps): string {
  if (source === 'rest') return 'waiting for you'
  if (source === 'recorded') return 'recorded'
  return show && playback.mode === 'over'
    ? 'from press to ticket'
    : 'since you pressed'
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
      if (state.isUnprotected)
        return 'Done, without protection. What it left behind stands on the fault board.'
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
