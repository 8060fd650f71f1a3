import type { KindWords } from '@/components/kind-words'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { OwnQuestion } from './own-question'
import { Phone } from './phone'
import type { Busy } from './use-screens'
import type { Run } from './verdict'

/** The light side: the phone, and a question of the reader’s own. */
export function Asking({
  text,
  run,
  placed,
  busy,
  problem,
  sentence,
  press,
  ask,
  write,
  tryAgain,
}: {
  text: string
  run: Run | null
  placed: number
  busy: Busy | null
  problem: KindWords | null
  sentence: string
  press: () => Promise<void>
  ask: () => Promise<void>
  write: (text: string) => void
  tryAgain: () => void
}) {
  return (
    <div className="lab-stack">
      <Phone rows={run?.names.rows ?? null} />
      <button
        type="button"
        className="lab-press"
        disabled={busy !== null}
        onClick={() => void press()}
      >
        <Icon name="play" size={16} />
        {busy === 'ordering' || busy === 'filling'
          ? 'Filling'
          : 'Fill the screen both ways'}
      </button>
      {problem && <ProblemNotice words={problem} onTryAgain={tryAgain} />}
      <p className="lab-said" aria-hidden="true">
        {sentence}
      </p>
      {placed > 0 && (
        <p className="shape-note">
          {placed === 1 ? 'One dinner was' : `${placed} dinners were`} ordered
          for you first, so that there is something to show.
        </p>
      )}
      <OwnQuestion text={text} busy={busy} ask={ask} write={write} />
    </div>
  )
}
