import { useEffect, useState } from 'react'
import type { Span } from '@/contracts/trace'
import { Status } from '@/components/ui/status'
import { clockTime } from './clock-time'
import { PredictionCard } from './prediction-card'
import type { PredictionKind, Question } from './questions'
import { answerOf, scoreOf, type Answer } from './score'

export type BetProps = {
  /** Made from a trace of the same kind of request, where that trace is. */
  questions: readonly Question[]
  /** The request that is bet on: null until it has been sent. */
  traceId: string | null
  /** What is known of it by now. */
  spans: readonly Span[]
  /** Whether the last of it can be told from its spans. */
  isOver: boolean
}

/** One answer for each kind of question, and when the last was chosen. */
type Chosen = Partial<Record<PredictionKind, { ids: string[]; at: string }>>
type Told = { traceId: string; answers: Partial<Record<string, Answer>> }

/** So long spans may still arrive once the request seems to be over. */
const lateMs = 700
/** And so long, where the other side never says that it is. */
const patienceMs = 5_000

/**
 * Questions about the next request. With its departure they are locked, with
 * its trace they are answered, and stay so until the reader bets again.
 */
export function Bet(props: BetProps) {
  const { questions, traceId, spans, isOver } = props
  const [chosen, setChosen] = useState<Chosen>({})
  /** The request that was there when the bet was made: not that one is meant. */
  const [before, setBefore] = useState(traceId)
  const [told, setTold] = useState<Told | null>(null)
  const hasBet = Object.values(chosen).some(({ ids }) => ids.length > 0)
  const isSent = hasBet && traceId !== null && traceId !== before
  const isTelling = isSent && told === null

  useEffect(() => {
    if (!isTelling) return
    const timer = setTimeout(
      () => {
        const answers = Object.fromEntries(
          questions.flatMap((question) => {
            const answer = answerOf(question, spans)
            return answer ? [[question.kind, answer]] : []
          }),
        )
        if (Object.keys(answers).length > 0) setTold({ traceId, answers })
      },
      isOver ? lateMs : patienceMs,
    )
    return () => clearTimeout(timer)
  }, [isTelling, isOver, questions, spans, traceId])

  return (
    <div className="bet">
      {questions.map((question) => {
        const own = chosen[question.kind]
        const answer = told?.answers[question.kind] ?? null
        return (
          <PredictionCard
            key={question.kind}
            question={question}
            chosen={own?.ids ?? []}
            answeredAt={own && own.ids.length > 0 ? own.at : null}
            isLocked={isSent || told !== null}
            answer={own && own.ids.length > 0 ? answer : null}
            hrefOf={(spanId) => `/trace/${told?.traceId}?span=${spanId}`}
            onChoose={(ids) =>
              setChosen({
                ...chosen,
                [question.kind]: { ids, at: clockTime() },
              })
            }
          />
        )
      })}
      <div className="bet-foot">
        <p>
          <Status>{words(chosen, told, isSent)}</Status>
        </p>
        {told && (
          <button
            type="button"
            className="button"
            onClick={() => {
              setChosen({})
              setTold(null)
              setBefore(traceId)
            }}
          >
            Bet again
          </button>
        )}
      </div>
    </div>
  )
}

function words(chosen: Chosen, told: Told | null, isSent: boolean): string {
  const bets = Object.entries(chosen).filter(([, { ids }]) => ids.length > 0)
  if (told) {
    const right = bets.filter(([kind, { ids }]) => {
      const answer = told.answers[kind]
      return answer !== undefined && scoreOf(ids, answer) === 'right'
    })
    return `${right.length} of ${bets.length} right, by your own trace.`
  }
  if (isSent) return 'Locked. The trace is on its way.'
  return bets.length === 0
    ? 'Choose, then place the order. Its trace decides.'
    : 'Place the order, and its trace decides.'
}
