import { useState, type ReactNode } from 'react'
import type { CheckQuestion } from '@/contracts/check-question'
import { noteProgress, progressOf } from '@/components/progress/progress'
import { useProgress } from '@/components/progress/use-progress'
import { Status } from '@/components/ui/status'
import { ChooseQuestion } from './choose-question'
import { LineQuestion } from './line-question'
import { OrderQuestion } from './order-question'
import { ValueQuestion } from './value-question'

/** The questions at the end of a chapter, answered as often as one likes. */
export function Check({
  chapter,
  questions,
  titles,
}: {
  chapter: string
  questions: readonly CheckQuestion[]
  /** The headings of the sections, by their ids: the way back to each. */
  titles: Readonly<Record<string, string>>
}) {
  const [round, setRound] = useState(0)
  const { answers } = progressOf(useProgress(), chapter)
  const right = questions.filter(({ id }) => answers[id] === true).length
  const open = questions.filter(({ id }) => !(id in answers)).length
  const answer = (id: string, isRight: boolean) =>
    noteProgress(chapter, (before) => ({
      ...before,
      answers: { ...before.answers, [id]: isRight },
    }))
  return (
    <>
      <p className="check-head">
        <span>
          <Status>{scoreOf(right, open, questions.length)}</Status>
        </span>
        <button
          type="button"
          className="button"
          onClick={() => setRound(round + 1)}
        >
          Ask me again, with fresh numbers
        </button>
      </p>
      <ol className="check-list">
        {questions.map((question, at) => (
          <li key={`${question.id} ${round}`}>
            <p className="check-number">Question {at + 1}</p>
            <AnyQuestion
              question={question}
              round={round}
              onAnswer={(isRight) => answer(question.id, isRight)}
              back={
                <a href={`#${question.section}`}>
                  Back to “{titles[question.section] ?? 'the section'}”
                </a>
              }
            />
          </li>
        ))}
      </ol>
    </>
  )
}

function AnyQuestion(props: {
  question: CheckQuestion
  round: number
  onAnswer: (isRight: boolean) => void
  back: ReactNode
}) {
  const { question, ...given } = props
  switch (question.kind) {
    case 'choose':
      return <ChooseQuestion {...given} question={question} />
    case 'order':
      return <OrderQuestion {...given} question={question} />
    case 'value':
      return <ValueQuestion {...given} question={question} />
    case 'line':
      return <LineQuestion {...given} question={question} />
  }
}

function scoreOf(right: number, open: number, all: number): string {
  if (open === all) return `${all} questions. Nobody counts but you.`
  const rest = open > 0 ? `, ${open} to go` : ''
  return `${right} of ${all} right${rest}`
}
