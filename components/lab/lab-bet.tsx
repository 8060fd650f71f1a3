import { useState } from 'react'
import { clockTime } from '@/components/predict/clock-time'
import {
  PredictionCard,
  type CardQuestion,
} from '@/components/predict/prediction-card'
import { scoreOf, type Answer } from '@/components/predict/score'
import { Status } from '@/components/ui/status'

/** What a run says to the question, in ids and in words with its figures. */
export type RunAnswer = Pick<Answer, 'ids' | 'said'> & {
  spanId?: string | null
}

/**
 * A question that the reader answers before the lab does. It locks when the
 * run begins; the answer is computed from the run, and both stay in view until
 * the reader bets again.
 */
export function LabBet({
  question,
  answer,
  isLocked,
  traceId,
  onAgain,
}: {
  question: CardQuestion
  /** Null until the run has told. */
  answer: RunAnswer | null
  isLocked: boolean
  /** The trace that shows it, where there is one. */
  traceId?: string | null
  /** Clears the run's answer, so that the same can be bet on once more. */
  onAgain?: () => void
}) {
  const [chosen, setChosen] = useState<string[]>([])
  const [at, setAt] = useState<string | null>(null)
  const told = answer && { spanId: null, ...answer }
  const hasBet = chosen.length > 0
  const shown = hasBet ? told : null
  return (
    <div className="lab-bet">
      <PredictionCard
        question={question}
        chosen={chosen}
        answeredAt={at}
        isLocked={isLocked || (hasBet && told !== null)}
        answer={shown && { ...shown, spanId: traceId ? shown.spanId : null }}
        hrefOf={(spanId) => `/trace/${traceId}?span=${spanId}`}
        saidBy="the run"
        onChoose={(ids) => {
          setChosen(ids)
          setAt(ids.length > 0 ? clockTime() : null)
        }}
      />
      <p className="lab-bet-foot">
        <span>
          <Status>{footOf(chosen, told, isLocked)}</Status>
        </span>
        {told && onAgain && (
          <button
            type="button"
            className="button"
            onClick={() => {
              setChosen([])
              setAt(null)
              onAgain()
            }}
          >
            Bet again
          </button>
        )}
      </p>
    </div>
  )
}

const verdicts = {
  right: 'Right, by your own run.',
  partly: 'Partly what ran. The figures stand beside your answer.',
  wrong: 'Not what ran. The figures stand beside your answer.',
}

function footOf(
  chosen: readonly string[],
  told: Answer | null,
  isLocked: boolean,
): string {
  if (told && chosen.length === 0) return 'Answered by the run: bet next time.'
  if (told) return verdicts[scoreOf(chosen, told)]
  if (chosen.length === 0)
    return isLocked ? 'The run is under way.' : 'Choose first, then press.'
  return isLocked
    ? 'Locked. The run decides.'
    : 'Now press, and the run decides.'
}
